package dev.anmok.core.pipeline;

/// Whose feedback.
///
/// @param id as the shop's own system calls them, not empty
public record FeedbackOwner(Kind kind, String id) {
  /// What an owner is.
  public enum Kind {
    /// One who looks for things.
    PERSON,
    /// All who look for things at one place.
    SHOP
  }

  public FeedbackOwner {
    Feedback.requireOwner(kind == Kind.PERSON ? "person" : "shop", id);
  }

  /// A person.
  public static FeedbackOwner person(String id) {
    return new FeedbackOwner(Kind.PERSON, id);
  }

  /// A shop.
  public static FeedbackOwner shop(String id) {
    return new FeedbackOwner(Kind.SHOP, id);
  }
}
