package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.words.Asked;
import dev.anmok.words.Dictionaries;
import dev.anmok.words.TermFields;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class PlansTest {
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();

  @Test
  void aPlanIsKeptForAStateOfTheIndexOnly() throws IOException {
    var plans = new Plans(Vocabulary.read(Dictionaries.SHIPPED));
    add("zobo");
    try (var reader = DirectoryReader.open(directory)) {
      var plan = plans.of(new IndexSearcher(reader), "zobo kivupo");
      assertThat(plans.of(new IndexSearcher(reader), "zobo kivupo")).isSameAs(plan);
      assertThat(plans.of(new IndexSearcher(reader), "zobo")).isNotEqualTo(plan);
      assertThat(weights(plan)).first().isNotEqualTo(weights(plan).getLast());
    }
    add("kivupo");
    try (var reader = DirectoryReader.open(directory)) {
      var plan = plans.of(new IndexSearcher(reader), "zobo kivupo");
      assertThat(weights(plan)).first().isEqualTo(weights(plan).getLast());
    }
  }

  @Test
  void theOldestOfTooManyIsForgotten() throws IOException {
    var plans = new Plans(Vocabulary.read(Dictionaries.SHIPPED));
    add("zobo");
    try (var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      var first = plans.of(searcher, "zobo 0");
      var second = plans.of(searcher, "zobo 1");
      for (int i = 2; i <= Plans.MOST; i++) {
        assertThat(plans.of(searcher, "zobo 0")).isSameAs(first);
        plans.of(searcher, "zobo " + i);
      }
      assertThat(plans.of(searcher, "zobo 0")).isSameAs(first);
      assertThat(plans.of(searcher, "zobo 1")).isNotSameAs(second);
    }
  }

  private static List<Double> weights(Plan plan) {
    return plan.asked().stream().map(Asked::weight).toList();
  }

  private void add(String word) throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      var document = new Document();
      document.add(new TextField(TermFields.WORDS, word, Field.Store.NO));
      writer.addDocument(document);
    }
  }
}
