package dev.anmok.core.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a workspace to one writing process. The operating system gives the lock up when the
/// process ends, however it ends; the file that carries it stays and names the last owner.
public final class WorkspaceLock implements AutoCloseable {
  private static final String FILE = "workspace.lock";

  /// The lock lies far behind the text, so that others can read the owner where locks bar reading.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /// Workspaces that this process holds. An operating system's lock belongs to the process as a
  /// whole, and closing a second channel on the file would give it up.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path workspace;
  private final FileChannel channel;

  private WorkspaceLock(Path workspace, FileChannel channel) {
    this.workspace = workspace;
    this.channel = channel;
  }

  /// Takes the lock, without waiting; makes the workspace's folder if there is none.
  ///
  /// @throws IOException if a process holds it, named in the message, or the folder cannot be
  ///   written
  public static WorkspaceLock acquire(Path workspace) throws IOException {
    var real = folder(workspace);
    if (!HELD.add(real)) {
      throw held(workspace, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new WorkspaceLock(real, lock(workspace, real.resolve(FILE)));
    } catch (IOException | RuntimeException e) {
      HELD.remove(real);
      throw e;
    }
  }

  private static Path folder(Path workspace) throws IOException {
    try {
      return Files.createDirectories(workspace).toRealPath();
    } catch (IOException e) {
      throw unwritable(workspace, e);
    }
  }

  private static FileChannel lock(Path workspace, Path file) throws IOException {
    var channel = open(workspace, file);
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw held(workspace, Files.readString(file).strip());
      }
      sign(workspace, channel);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel open(Path workspace, Path file) throws IOException {
    try {
      return FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(workspace, e);
    }
  }

  /// Leaves the owner's number for others to read.
  private static void sign(Path workspace, FileChannel channel) throws IOException {
    var owner = Long.toString(ProcessHandle.current().pid()) + "\n";
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      throw unwritable(workspace, e);
    }
  }

  private static IOException unwritable(Path workspace, IOException e) {
    return new IOException(
        "the workspace %s cannot be written (%s): make room or choose another"
            .formatted(workspace, Failure.words(e)),
        e);
  }

  private static IOException held(Path workspace, String owner) {
    var process = owner.isEmpty() ? "another process" : "process " + owner;
    return new IOException(
        workspace + " is being written by " + process + ": wait for it to end, or stop it");
  }

  /// Gives the lock up.
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(workspace);
    }
  }
}
