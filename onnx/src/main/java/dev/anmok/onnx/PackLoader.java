package dev.anmok.onnx;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Opens the towers of a pack and holds them to its golden values. What can be done side by side at
/// a cold start is: the native libraries load while weights are read and their digests computed.
record PackLoader(Manifest manifest, CheckedFiles files, Threads threads) {

  Golden golden() throws IOException {
    var name = manifest.golden();
    if (name.isEmpty()) {
      return Golden.unknown(Manifest.FILE + " of " + files.content().where());
    }
    return Golden.parse(named(name), files.read(name), manifest.space());
  }

  OnnxImageEncoder images(Golden golden) throws IOException {
    var side = manifest.image();
    var encoder = OnnxImageEncoder.of(tower(side.file()), side, manifest.space());
    try {
      golden.check(encoder);
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
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
    return encoder;
  }

  private OnnxTextEncoder textTower() throws IOException {
    var opening = background(this::tokens);
    Tower tower;
    try {
      tower = tower(manifest.text().file());
    } catch (IOException | RuntimeException e) {
      join(opening).close();
      throw e;
    }
    try {
      return OnnxTextEncoder.of(join(opening), tower, manifest);
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
    var weights = files.weights(file);
    join(loading);
    return Tower.open(named(file), weights, threads);
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
