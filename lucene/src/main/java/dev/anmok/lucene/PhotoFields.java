package dev.anmok.lucene;

import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.WordColumn;
import java.io.IOException;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/// How a photo lies in the index: terms to find it by, columns to read it from, and its vector.
final class PhotoFields {
  static final String VECTOR = "vector";

  static final String ITEM = "item";

  static final Term REPRESENTATIVE = new Term("representative", "1");

  static final String URI = "uri";
  private static final String SHA256 = "sha256";

  /// The id as hits tell it: a sorted column unpacks a block of ids for each that is read.
  private static final String ITEM_ID = "item-id";

  private static final String TITLE = "title";

  private PhotoFields() {}

  static Term uri(String uri) {
    return new Term(URI, uri);
  }

  /// Refuses what Lucene would refuse half-way through a batch.
  static void check(IndexedPhoto photo, Schema schema) {
    checkLength("uri", photo.uri());
    checkLength("item", photo.item());
    checkLength("title", photo.title());
    checkLength("sha256", photo.sha256());
    WordColumn.check(photo, schema);
  }

  static Document document(IndexedPhoto photo) {
    var document = new Document();
    document.add(new StringField(URI, photo.uri(), Field.Store.NO));
    document.add(new BinaryDocValuesField(URI, new BytesRef(photo.uri())));
    document.add(new BinaryDocValuesField(SHA256, new BytesRef(photo.sha256())));
    document.add(new StringField(ITEM, photo.item(), Field.Store.NO));
    document.add(new SortedDocValuesField(ITEM, new BytesRef(photo.item())));
    document.add(new BinaryDocValuesField(ITEM_ID, new BytesRef(photo.item())));
    document.add(new BinaryDocValuesField(TITLE, new BytesRef(photo.title())));
    document.add(
        new KnnFloatVectorField(
            VECTOR, photo.embedding().toArray(), VectorSimilarityFunction.DOT_PRODUCT));
    if (photo.representative()) {
      document.add(new StringField(REPRESENTATIVE.field(), REPRESENTATIVE.text(), Field.Store.NO));
    }
    return document;
  }

  /// Reads the columns of one segment, for documents in rising order.
  static final class Columns {
    private final BinaryDocValues uris;
    private final BinaryDocValues digests;
    private final BinaryDocValues items;
    private final BinaryDocValues titles;

    Columns(LeafReader segment) throws IOException {
      this.uris = DocValues.getBinary(segment, URI);
      this.digests = DocValues.getBinary(segment, SHA256);
      this.items = DocValues.getBinary(segment, ITEM_ID);
      this.titles = DocValues.getBinary(segment, TITLE);
    }

    String uri(int document) throws IOException {
      return text(uris, document);
    }

    String item(int document) throws IOException {
      return text(items, document);
    }

    Hit hit(int document, float score) throws IOException {
      return new Hit(
          text(uris, document),
          text(digests, document),
          text(items, document),
          text(titles, document),
          score);
    }

    private static String text(BinaryDocValues column, int document) throws IOException {
      return column.advanceExact(document) ? column.binaryValue().utf8ToString() : "";
    }
  }

  private static void checkLength(String name, String value) {
    int bytes = UnicodeUtil.calcUTF16toUTF8Length(value, 0, value.length());
    if (bytes > IndexWriter.MAX_TERM_LENGTH) {
      throw new IllegalArgumentException(
          "%s must be at most %d bytes long, was %d: %.60s…"
              .formatted(name, IndexWriter.MAX_TERM_LENGTH, bytes, value));
    }
  }
}
