package dev.anmok.onnx;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Opens the towers of a pack and holds them to its golden values. What can be done side by side at
/// a cold start is: the native libraries load while weights are read and their digests computed.
record PackLoader(Manifest manifest, CheckedFiles files, Threads threads) {

  Golden golden() throws IOException {
    var name = manifest.proof().golden();
    if (name.isEmpty()) {
      return Golden.unknown(Manifest.FILE + " of " + files.content().where());
    }
    var least = manifest.proof().leastCosine();
    return Golden.parse(named(name), files.read(name), manifest.space(), least);
  }

  OnnxImageEncoder images(Golden golden) throws IOException {
    var side = manifest.image();
    var head = Pooled.open(side.head(), files, manifest.dimension());
    var encoder = OnnxImageEncoder.of(tower(side.file()), manifest, head);
    try {
      golden.check(encoder);
    } catch (IllegalStateException e) {
      encoder.close();
      throw unable(golden, e);
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
    return encoder;
  }

  OnnxTextEncoder texts(Golden golden) throws IOException {
    var encoder = textTower();
    try {
      golden.check(encoder);
    } catch (IllegalStateException e) {
      encoder.close();
      throw unable(golden, e);
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
    return encoder;
  }

  /// A tower that fails on golden values, as one that knows fewer tokens than the tokenizer does.
  private static IOException unable(Golden golden, IllegalStateException e) {
    var line = ("" + e.getMessage()).replaceAll("\\s+", " ");
    return new IOException(golden.where() + ": cannot be checked: " + line, e);
  }

  private OnnxTextEncoder textTower() throws IOException {
    var head = Pooled.open(manifest.text().head(), files, manifest.dimension());
    var opening = background(this::tokens);
    Tower tower;
    try {
      tower = tower(manifest.text().file());
    } catch (IOException | RuntimeException e) {
      join(opening).close();
      throw e;
    }
    try {
      return OnnxTextEncoder.of(join(opening), tower, manifest, head);
    } catch (IOException | RuntimeException e) {
      tower.close();
      throw e;
    }
  }

  private Tokens tokens() throws IOException {
    var side = manifest.text();
    return Tokens.open(named(side.tokenizer()), files.read(side.tokenizer()), side.tokens());
  }

  private Tower tower(String file) throws IOException {
    var loading = background(Tower::environment);
    var weights = files.model(file);
    join(loading);
    return Tower.open(named(file), weights, threads, Tower.Scratch.KEPT);
  }

  private String named(String file) {
    return file + " of " + files.content().where();
  }

  private static <T> FutureTask<T> background(Callable<T> work) {
    var task = new FutureTask<T>(work);
    Thread.ofPlatform().daemon().name("anmok-model-load").start(task);
    return task;
  }

  private static <T> T join(FutureTask<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() instanceof IOException io ? io.getMessage() : "" + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while loading a model", e);
    }
  }
}
