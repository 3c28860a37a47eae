package dev.anmok.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What an ONNX file says of itself without being run: the names that go in and come out, and the
/// other files that its weights lie in. Only the structure is walked, weights are passed over, so
/// that a file of gigabytes takes milliseconds. Field numbers are those of `onnx.proto`.
///
/// @param inputs names of the graph's inputs that are no weights
/// @param outputs names of its outputs, in their order
/// @param externals where weights lie outside the file, as it is written there
record OnnxFile(List<String> inputs, List<String> outputs, Set<String> externals) {
  /// Graphs lie in each other (`If`, `Loop`); real ones a few deep.
  private static final int DEEPEST = 64;

  /// Reads the structure of a file.
  ///
  /// @throws IOException if it is no ONNX model
  static OnnxFile read(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ);
        var arena = Arena.ofConfined()) {
      var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      var walk = new Walk();
      walk.model(new ProtoFields(bytes));
      if (walk.outputs.isEmpty()) {
        throw new ProtoFields.BrokenException("it has no graph with outputs");
      }
      walk.inputs.removeAll(walk.weights); // old files list weights among the inputs
      return new OnnxFile(
          List.copyOf(walk.inputs), List.copyOf(walk.outputs), Set.copyOf(walk.externals));
    } catch (ProtoFields.BrokenException e) {
      throw new IOException(file + " is no ONNX model: " + e.getMessage(), e);
    }
  }

  private static final class Walk {
    private final Set<String> inputs = new LinkedHashSet<>();
    private final List<String> outputs = new ArrayList<>();
    private final Set<String> weights = new LinkedHashSet<>();
    private final Set<String> externals = new LinkedHashSet<>();

    void model(ProtoFields model) throws ProtoFields.BrokenException {
      while (model.next()) {
        switch (model.number()) {
          case 7 -> graph(model.message(), 0);
          case 20 -> training(model.message());
          case 25 -> function(model.message());
          default -> model.skip();
        }
      }
    }

    private void training(ProtoFields training) throws ProtoFields.BrokenException {
      while (training.next()) {
        switch (training.number()) {
          case 1, 2 -> graph(training.message(), 1);
          default -> training.skip();
        }
      }
    }

    private void function(ProtoFields function) throws ProtoFields.BrokenException {
      while (function.next()) {
        switch (function.number()) {
          case 7 -> node(function.message(), 1);
          default -> function.skip();
        }
      }
    }

    private void graph(ProtoFields graph, int depth) throws ProtoFields.BrokenException {
      if (depth > DEEPEST) {
        throw new ProtoFields.BrokenException("its graphs lie too deep in each other");
      }
      while (graph.next()) {
        switch (graph.number()) {
          case 1 -> node(graph.message(), depth);
          case 5 -> tensor(graph.message());
          case 15 -> sparse(graph.message());
          case 11 -> port(graph.message(), inputs, depth);
          case 12 -> port(graph.message(), outputs, depth);
          default -> graph.skip();
        }
      }
    }

    private static void port(ProtoFields value, java.util.Collection<String> names, int depth)
        throws ProtoFields.BrokenException {
      while (value.next()) {
        if (value.number() == 1 && depth == 0) {
          names.add(value.text());
        } else {
          value.skip();
        }
      }
    }

    private void node(ProtoFields node, int depth) throws ProtoFields.BrokenException {
      while (node.next()) {
        switch (node.number()) {
          case 5 -> attribute(node.message(), depth);
          default -> node.skip();
        }
      }
    }

    private void attribute(ProtoFields attribute, int depth) throws ProtoFields.BrokenException {
      while (attribute.next()) {
        switch (attribute.number()) {
          case 5, 10 -> tensor(attribute.message());
          case 6, 11 -> graph(attribute.message(), depth + 1);
          case 22, 23 -> sparse(attribute.message());
          default -> attribute.skip();
        }
      }
    }

    private void sparse(ProtoFields sparse) throws ProtoFields.BrokenException {
      while (sparse.next()) {
        switch (sparse.number()) {
          case 1, 2 -> tensor(sparse.message());
          default -> sparse.skip();
        }
      }
    }

    private void tensor(ProtoFields tensor) throws ProtoFields.BrokenException {
      while (tensor.next()) {
        switch (tensor.number()) {
          case 8 -> weights.add(tensor.text());
          case 13 -> external(tensor.message());
          default -> tensor.skip();
        }
      }
    }

    private void external(ProtoFields entry) throws ProtoFields.BrokenException {
      var key = "";
      var value = "";
      while (entry.next()) {
        switch (entry.number()) {
          case 1 -> key = entry.text();
          case 2 -> value = entry.text();
          default -> entry.skip();
        }
      }
      if (key.equals("location")) {
        externals.add(value);
      }
    }
  }
}
