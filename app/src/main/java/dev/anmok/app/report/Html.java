package dev.anmok.app.report;

import java.util.List;

/// A piece of HTML as a tree. Text and attribute values are plain text here and escaped when they
/// are written, so nothing that came from outside can become markup.
sealed interface Html {
  /// Plain text.
  record Text(String value) implements Html {}

  /// Several pieces, one after the other.
  record Many(List<Html> parts) implements Html {
    public Many {
      parts = List.copyOf(parts);
    }
  }

  /// A style sheet of the program's own; the only content written as it is.
  record Sheet(String css) implements Html {
    public Sheet {
      if (css.contains("<")) {
        throw new IllegalArgumentException("css must not contain '<'");
      }
    }
  }

  /// An element with its attributes, in order, and its content.
  record Tag(String name, List<Attribute> attributes, List<Html> children) implements Html {
    public Tag {
      Names.check(name);
      attributes = List.copyOf(attributes);
      children = List.copyOf(children);
    }

    Tag with(String attribute, String value) {
      return new Tag(name, Names.append(attributes, new Attribute(attribute, value)), children);
    }

    Tag with(String attribute, double pixels) {
      return with(attribute, Numbers.pixels(pixels));
    }

    Tag holding(Html... more) {
      return holding(List.of(more));
    }

    Tag holding(List<? extends Html> more) {
      return new Tag(name, attributes, Names.append(children, more));
    }

    Tag holding(String text) {
      return holding(new Text(text));
    }
  }

  /// One attribute of a tag.
  record Attribute(String name, String value) {
    public Attribute {
      Names.check(name);
    }
  }

  static Tag tag(String name) {
    return new Tag(name, List.of(), List.of());
  }

  static Tag tag(String name, String cssClass) {
    return tag(name).with("class", cssClass);
  }

  static Html text(String value) {
    return new Text(value);
  }

  static Html many(Html... parts) {
    return new Many(List.of(parts));
  }

  static Html many(List<Html> parts) {
    return new Many(parts);
  }

  /// Text from outside, kept apart from the direction of the text around it.
  static Tag foreign(String value) {
    return tag("bdi").holding(value);
  }
}
