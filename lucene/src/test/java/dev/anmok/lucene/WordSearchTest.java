package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.LanguageContract;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.words.Dictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordSearchTest implements LanguageContract {
  @Override
  public PhotoIndex open(Path folder, VectorSpace space) throws IOException {
    return LuceneIndex.open(folder, space);
  }

  @Test
  void ownWordListsAreUsed(@TempDir Path folder) throws IOException {
    var nouns = Files.writeString(folder.resolve("nouns.txt"), "# 가게\n뷁쉙\n뷁쉙집 뷁쉙 집\n");
    var synonyms = Files.writeString(folder.resolve("synonyms.txt"), "뷁쉙, odd snack\n");
    var dictionaries = new Dictionaries(List.of(nouns), List.of(synonyms));
    try (var index =
        LuceneIndex.open(
            folder.resolve("index"),
            SamplePhotos.SPACE,
            Schema.EMPTY,
            IndexLimits.DEFAULT,
            dictionaries)) {
      index.upsert(List.of(photo("뷁쉙집에서"), photo("An odd snack"), photo("집")));
      index.commit(1);
      assertThat(index.search(new TextQuery("뷁쉙", 10, Scope.ALL, Filter.none())))
          .extracting(Hit::uri)
          .containsExactly("뷁쉙집에서", "An odd snack");
    }
  }

  private static IndexedPhoto photo(String title) {
    return new IndexedPhoto(
        title,
        "ab",
        title,
        "",
        true,
        new SamplePhotos(SamplePhotos.SPACE, 1).vector(),
        Map.of(TextRole.TITLE, title),
        Metadata.NONE);
  }
}
