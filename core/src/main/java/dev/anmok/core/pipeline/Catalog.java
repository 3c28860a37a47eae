package dev.anmok.core.pipeline;

import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The truth of a workspace: items, photos, outcomes, measures, embeddings and decisions, with the
/// ledger of finished stages. Reading is thread-safe; writing is done by one thread, and each write
/// is one transaction: it is there whole or not at all, also after the process was killed. Streams
/// must be closed and read on the thread that asked for them; one that fails half-way throws
/// [java.io.UncheckedIOException].
///
/// The same bytes may lie at several URIs and under several items; a URI belongs to at most one
/// item, the one its source named last. Ids and URIs are ordered by their Unicode code points.
public interface Catalog extends Ledger, AutoCloseable {
  /// Records a batch in one transaction: items, entries, photos, measures, embeddings, ledger.
  /// Writing the same batch again changes nothing. A URI whose bytes changed has its entry
  /// replaced. A photo that comes again without details, or without the time it was taken, keeps
  /// those it has.
  ///
  /// @throws IllegalArgumentException if an outcome is [Outcome.Known] or [Outcome.Detailed] and
  ///   the photo is not
  void record(List<Ingested> batch) throws IOException;

  /// Brings the items of known URIs up to date with their source, in one transaction: which item a
  /// URI belongs to, the item's title and metadata. URIs not known are passed over. A manifest may
  /// have been edited although its pictures were not.
  void place(List<SourcePhoto> photos) throws IOException;

  /// Replaces all curation decisions by these, in one transaction. The stream is read once and may
  /// itself come from this catalog; if it fails, the decisions stay as they were.
  ///
  /// @throws IllegalArgumentException if a decision names an item or a URI that is not known, or
  ///   two name the same
  void decide(Stream<StoredDecision> decisions) throws IOException;

  /// Replaces the decisions on one item, in one transaction; those on others stay.
  ///
  /// @throws IllegalArgumentException if a decision is on another item, or as in [#decide(Stream)]
  void decide(String item, List<StoredDecision> decisions) throws IOException;

  /// All curation decisions, ordered by item, then rank (the item's own first, dropped photos
  /// before the representatives), then URI.
  Stream<StoredDecision> decisions() throws IOException;

  /// Every item with its photos that have an embedding in the space, in order of item id, items
  /// without photos included; only one item is held at a time. Photos without an item are not among
  /// them.
  Stream<ItemPhotos> items(VectorSpace space) throws IOException;

  /// One item, if there is one of that id.
  Optional<ItemPhotos> item(String id, VectorSpace space) throws IOException;

  /// Every accepted photo with an embedding in the space, in order of URI, also those of no item.
  Stream<PlacedPhoto> photos(VectorSpace space) throws IOException;

  /// Every place where an accepted photo with an embedding in the space lies, in order of URI;
  /// empty if there is no such photo.
  List<PlacedPhoto> places(String sha256, VectorSpace space) throws IOException;

  /// The accepted photo at a URI, if it has an embedding in the space.
  Optional<PlacedPhoto> placed(String uri, VectorSpace space) throws IOException;

  /// Accepted photos whose entry, item, embedding, captions, category or being a representative
  /// changed after a generation, the oldest change first.
  Stream<PlacedPhoto> changedSince(long generation, VectorSpace space) throws IOException;

  /// URIs that are no longer accepted photos but were at some time after a generation, in order of
  /// URI.
  Stream<String> removedSince(long generation) throws IOException;

  /// URIs of the representatives that the last curation chose, in order of URI.
  Stream<String> representatives() throws IOException;

  /// Those of some photos that the last curation chose as representatives.
  ///
  /// @param uris where the photos lie; some thousands at most
  Set<String> representativesAmong(Set<String> uris) throws IOException;

  /// The items of some ids, in no order; unknown ids are left out.
  ///
  /// @param ids some thousands at most
  List<Item> itemsOf(Set<String> ids) throws IOException;

  /// All items, in order of id.
  Stream<Item> allItems() throws IOException;

  /// All rejections, in order of URI.
  Stream<RejectedPhoto> rejections() throws IOException;

  /// Why the photo at a URI was rejected, if it was.
  Optional<RejectedPhoto> rejection(String uri) throws IOException;

  /// The spaces that have embeddings.
  List<VectorSpace> spaces() throws IOException;

  /// What people said of the photos.
  Reviews reviews();

  /// What people chose for items by hand.
  Choices choices();

  /// Items with what was decided about them, for lists.
  ItemList itemList();

  /// What captioners said of the photos.
  Captions captions();

  /// What classifiers took the items and photos for.
  Categories categories();

  /// The vectors of the photos by space.
  SpaceVectors vectors();

  /// What happened to the hits of searches.
  FeedbackLog feedback();

  Counts counts() throws IOException;

  /// A number that grows with every change that an index must follow.
  long generation() throws IOException;

  /// A number that grows with every change of the photos themselves: which there are, their items,
  /// measures, details and embeddings, but for a space that is being filled beside the one in use
  /// ([SpaceVectors#store]). Decisions, choices, reviews, captions and categories leave it as it
  /// is.
  long photosVersion() throws IOException;

  /// A random name of what the catalog holds, another one after each change of its generation: two
  /// catalogs of one name and generation were copied from one another and not changed since.
  String state() throws IOException;

  /// A setting of the workspace, such as the profile it was made with.
  Optional<String> setting(String name) throws IOException;

  void set(String name, String value) throws IOException;

  /// The settings whose names begin so, by name.
  SortedMap<String, String> settings(String prefix) throws IOException;

  @Override
  void close() throws IOException;
}
