package dev.anmok.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/// A directory whose float vectors are read where they are asked for and not mapped. A search needs
/// the floats of a few hits; in a mapping the pages around each of them would stay with the
/// process, and after a while the whole file.
final class UnmappedFloats extends FilterDirectory {
  private static final String FLOATS = ".vec";

  private final Path folder;

  private UnmappedFloats(Directory directory, Path folder) {
    super(directory);
    this.folder = folder;
  }

  /// The same segment with its floats unmapped, if it lies in files of its own.
  static SegmentReadState of(SegmentReadState state) {
    return FilterDirectory.unwrap(state.directory) instanceof FSDirectory files
        ? new SegmentReadState(
            new UnmappedFloats(state.directory, files.getDirectory()),
            state.segmentInfo,
            state.fieldInfos,
            state.context,
            state.segmentSuffix)
        : state;
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return name.endsWith(FLOATS)
        ? new Input(new Source(folder.resolve(name)))
        : super.openInput(name, context);
  }

  /// A file that is opened again if an interrupt closed its channel under another reader.
  private static final class Source {
    private final Path file;
    private FileChannel channel;

    Source(Path file) throws IOException {
      this.file = file;
      this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    long length() throws IOException {
      return channel().size();
    }

    void read(ByteBuffer into, long at) throws IOException {
      int from = into.position();
      while (into.hasRemaining()) {
        try {
          if (channel().read(into, at + into.position() - from) < 0) {
            throw new EOFException(file + " ends before byte " + (at + into.limit()));
          }
        } catch (ClosedChannelException e) {
          if (Thread.currentThread().isInterrupted()) {
            throw e;
          }
        }
      }
    }

    synchronized void close() throws IOException {
      channel.close();
    }

    private synchronized FileChannel channel() throws IOException {
      if (!channel.isOpen()) {
        channel = FileChannel.open(file, StandardOpenOption.READ);
      }
      return channel;
    }
  }

  private static final class Input extends BufferedIndexInput {
    /// Two vectors of 512 values.
    private static final int BUFFER_BYTES = 4096;

    private final Source source;
    private final long from;
    private final long length;
    private boolean owner;

    Input(Source source) throws IOException {
      this(source.file.toString(), source, 0, source.length(), true);
    }

    private Input(String name, Source source, long from, long length, boolean owner) {
      super(name, BUFFER_BYTES);
      this.source = source;
      this.from = from;
      this.length = length;
      this.owner = owner;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public IndexInput slice(String name, long offset, long size) {
      if (offset < 0 || size < 0 || offset + size > length) {
        throw new IllegalArgumentException(name + " lies outside of " + this);
      }
      return new Input(name, source, from + offset, size, false);
    }

    @Override
    public Input clone() {
      var copy = (Input) super.clone();
      copy.owner = false;
      return copy;
    }

    @Override
    public void close() throws IOException {
      if (owner) {
        source.close();
      }
    }

    @Override
    protected void readInternal(ByteBuffer into) throws IOException {
      source.read(into, from + getFilePointer());
    }

    @Override
    protected void seekInternal(long position) throws IOException {
      if (position > length) {
        throw new EOFException(this + " ends before byte " + position);
      }
    }
  }
}
