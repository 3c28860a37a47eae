package dev.anmok.opensearch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests a parameter of type [TestCluster] (of one node) or [Cluster] (open): one real node
/// for all tests of this JVM, started for the first that asks. Tests give their indexes names of
/// their own. Where the parts of a node cannot be had, the tests are skipped with the reason.
public final class SharedNode implements ExecutionCondition, ParameterResolver {
  private static final String HEAP = "1g";

  private record Shared(TestCluster node, Cluster cluster) implements AutoCloseable {
    static Shared start() throws IOException, InterruptedException {
      var node = TestCluster.start(NodeFiles.fetch(), 1, HEAP);
      try {
        return new Shared(node, Cluster.open(ClusterSettings.of(node.addresses())));
      } catch (IOException | RuntimeException | Error e) {
        node.close();
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      cluster.close();
      node.close();
    }
  }

  /// A start that is made once, whether it succeeds or not.
  private static final class Start implements AutoCloseable {
    private @Nullable Shared shared;
    private @Nullable Throwable failure;

    Start() {
      try {
        shared = Shared.start();
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure = e;
      }
    }

    Shared shared() {
      if (shared == null) {
        throw new IllegalStateException("the node for tests did not start", failure);
      }
      return shared;
    }

    @Override
    public void close() throws IOException {
      if (shared != null) {
        shared.close();
      }
    }
  }

  /// Why there are no parts, empty if there are.
  private record Missing(String reason) {
    static Missing look() {
      try {
        NodeFiles.fetch();
        return new Missing("");
      } catch (IOException e) {
        return new Missing("skipped: no OpenSearch node here: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Missing("skipped: interrupted");
      }
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var missing = store(context).computeIfAbsent(Missing.class, _ -> Missing.look(), Missing.class);
    return missing.reason().isEmpty()
        ? ConditionEvaluationResult.enabled("a node can be started")
        : ConditionEvaluationResult.disabled(missing.reason());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == TestCluster.class || type == Cluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var shared =
        store(context).computeIfAbsent(Start.class, _ -> new Start(), Start.class).shared();
    return parameter.getParameter().getType() == Cluster.class ? shared.cluster() : shared.node();
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getRoot().getStore(ExtensionContext.Namespace.create(SharedNode.class));
  }
}
