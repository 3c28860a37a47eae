package dev.anmok.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/// Opens Parquet files of the local file system, without Hadoop's.
final class ParquetFiles {
  private ParquetFiles() {}

  static ParquetWriter<Group> writer(Path file, MessageType type, Map<String, String> metadata)
      throws IOException {
    return ExampleParquetWriter.builder(new LocalOutputFile(file))
        .withConf(new PlainParquetConfiguration())
        .withType(type)
        .withExtraMetaData(metadata)
        .withCompressionCodec(CompressionCodecName.SNAPPY)
        .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
        .build();
  }

  static ParquetFileReader reader(Path file) throws IOException {
    var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    return ParquetFileReader.open(new LocalInputFile(file), options);
  }

  /// What is said of a file that cannot be read, in Parquet's words but for its names of objects.
  static IOException damaged(Path path, Exception e) {
    var words = String.valueOf(e.getMessage()).replaceAll("[\\w.$]+@[0-9a-f]+", "it");
    return new IOException(path + ": not a Parquet file, or a damaged one: " + words, e);
  }
}
