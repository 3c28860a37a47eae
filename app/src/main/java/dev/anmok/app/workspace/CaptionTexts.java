package dev.anmok.app.workspace;

import dev.anmok.core.pipeline.Captions;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.TextRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Adds what captioners said to photos that are about to be indexed, behind the captions that
/// people gave them.
///
/// @param captions of the catalog
record CaptionTexts(Captions captions) {
  List<IndexedPhoto> added(List<IndexedPhoto> photos) throws IOException {
    var texts = captions.texts(photos.stream().map(IndexedPhoto::sha256).distinct().toList());
    if (texts.isEmpty()) {
      return photos;
    }
    var all = new ArrayList<IndexedPhoto>(photos.size());
    for (var photo : photos) {
      var text = texts.get(photo.sha256());
      all.add(text == null ? photo : with(photo, text));
    }
    return all;
  }

  private static IndexedPhoto with(IndexedPhoto photo, String text) {
    var texts = new HashMap<>(photo.texts());
    texts.merge(TextRole.CAPTION, text, (given, said) -> given + "\n" + said);
    return new IndexedPhoto(
        photo.uri(),
        photo.sha256(),
        photo.item(),
        photo.title(),
        photo.representative(),
        photo.embedding(),
        texts,
        photo.metadata());
  }
}
