package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.words.Dictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherDictionariesTest {
  @TempDir Path folder;

  @Test
  void anIndexOfOtherNounsMustBeRebuiltAndOneOfOtherSynonymsNeedNot() throws IOException {
    var nouns = Files.writeString(folder.resolve("nouns.txt"), "뷁쉙\n");
    var synonyms = Files.writeString(folder.resolve("synonyms.txt"), "뷁쉙, odd snack\n");
    var place = folder.resolve("index");
    LuceneIndex.open(place, SamplePhotos.SPACE).close();
    open(place, new Dictionaries(List.of(), List.of(synonyms))).close();
    assertThatThrownBy(() -> open(place, new Dictionaries(List.of(nouns), List.of())))
        .isInstanceOf(IndexDamagedException.class)
        .hasMessageContaining("rebuild it from the catalog");
  }

  private static LuceneIndex open(Path place, Dictionaries dictionaries) throws IOException {
    return LuceneIndex.open(
        place, SamplePhotos.SPACE, Schema.EMPTY, IndexLimits.DEFAULT, dictionaries);
  }
}
