package dev.anmok.app.cache;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps values in a Redis. One that is away, refuses or hangs costs nobody more than [#PATIENCE]
/// for a few questions: then a circuit breaker answers "not kept" at once, and asks one question
/// again every ten seconds. Values are written without waiting.
public final class RedisCache implements Cache {
  /// Longest time that a question waits for its answer.
  public static final Duration PATIENCE = Duration.ofMillis(50);

  /// The environment variable that the password is read from, if there is one.
  public static final String PASSWORD = "ANMOK_REDIS_PASSWORD";

  private static final String FORM =
      "an address is written redis://host:port or rediss://host:port; '%s' is not";
  private static final String PREFIX = "anmok:1:";
  private static final int MAX_QUEUED = 1_000;
  private static final Duration AGAIN = Duration.ofSeconds(10);

  /// Would say every few seconds that a Redis is still away, which the metrics say too.
  private static final Logger NOISE = Logger.getLogger("io.lettuce");

  /// Opens when half of the last ten questions failed, five at least.
  private static final CircuitBreakerConfig BREAKER =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(10)
          .minimumNumberOfCalls(5)
          .failureRateThreshold(50)
          .waitDurationInOpenState(AGAIN)
          .permittedNumberOfCallsInHalfOpenState(1)
          .build();

  private final ClientResources resources;
  private final RedisClient client;
  private final RedisURI address;
  private final Duration life;
  private final CircuitBreaker breaker;
  private final AtomicReference<CompletableFuture<StatefulRedisConnection<byte[], byte[]>>>
      connection = new AtomicReference<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder failures = new LongAdder();

  private RedisCache(RedisURI address, Duration life, CircuitBreakerConfig rule) {
    NOISE.setLevel(Level.SEVERE);
    this.address = address;
    this.life = life;
    this.breaker = CircuitBreaker.of("redis", rule);
    this.resources =
        ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
    this.client = RedisClient.create(resources);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MAX_QUEUED)
            .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(1)).build())
            .build());
  }

  /// A cache in the Redis at `redis://host[:port][/database]`, or `rediss://` with TLS; the
  /// password is read from the environment ([#PASSWORD]). It need not be there yet; nobody waits
  /// for the connection.
  ///
  /// @param life how long a value is kept
  /// @throws IllegalArgumentException if the address cannot be understood
  public static RedisCache at(String address, Duration life) {
    return at(address, life, BREAKER);
  }

  static RedisCache at(String address, Duration life, CircuitBreakerConfig rule) {
    var uri = RedisURI.create(checked(address));
    var password = System.getenv(PASSWORD);
    if (password != null && !password.isEmpty()) {
      uri.setCredentialsProvider(
          RedisCredentialsProvider.from(() -> RedisCredentials.just(null, password)));
    }
    var cache = new RedisCache(uri, life, rule);
    cache.connect();
    return cache;
  }

  /// The address, if it can be understood.
  ///
  /// @throws IllegalArgumentException if not
  public static String checked(String address) {
    boolean known = address.startsWith("redis://") || address.startsWith("rediss://");
    try {
      if (known && URI.create(address).getHost() != null) {
        RedisURI.create(address);
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(FORM.formatted(address), e);
    }
    throw new IllegalArgumentException(FORM.formatted(address));
  }

  @Override
  public Optional<byte[]> find(CacheKey key) {
    var value = asked(key);
    (value == null ? misses : hits).increment();
    return Optional.ofNullable(value);
  }

  private byte @Nullable [] asked(CacheKey key) {
    if (!breaker.tryAcquirePermission()) {
      return null;
    }
    long start = System.nanoTime();
    try {
      var open = connected();
      var value = open.async().get(name(key)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return value;
    } catch (InterruptedException e) {
      breaker.releasePermission();
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException | TimeoutException | RuntimeException e) { // whatever it is
      failures.increment(); // shown in the metrics; the value is computed instead
      breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      return null;
    }
  }

  @Override
  public void keep(CacheKey key, byte[] value) {
    var state = breaker.getState();
    if (value.length > MAX_BYTES || state == CircuitBreaker.State.OPEN) {
      return;
    }
    try {
      var _ =
          connected()
              .async()
              .set(name(key), value, SetArgs.Builder.px(life))
              .whenComplete((_, problem) -> {
                if (problem != null) {
                  failures.increment();
                }
              });
    } catch (TimeoutException | RuntimeException e) {
      failures.increment();
    }
  }

  /// The connection if there is one, without waiting for it.
  private StatefulRedisConnection<byte[], byte[]> connected() throws TimeoutException {
    var known = connection.get();
    if (known == null || known.isCompletedExceptionally()) {
      connect();
      known = connection.get();
    }
    boolean there = known != null && known.state() == Future.State.SUCCESS;
    var open = there ? known.resultNow() : null;
    if (open == null || !open.isOpen()) {
      throw new TimeoutException("not connected");
    }
    return open;
  }

  private void connect() {
    var known = connection.get();
    var next = new CompletableFuture<StatefulRedisConnection<byte[], byte[]>>();
    if ((known == null || known.isCompletedExceptionally())
        && connection.compareAndSet(known, next)) {
      var _ =
          client
              .connectAsync(ByteArrayCodec.INSTANCE, address)
              .whenComplete((open, problem) -> {
                if (problem == null) {
                  next.complete(open);
                } else {
                  next.completeExceptionally(problem);
                }
              });
    }
  }

  private static byte[] name(CacheKey key) {
    return (PREFIX + key.text()).getBytes(StandardCharsets.UTF_8);
  }

  /// Questions that were answered.
  public long hits() {
    return hits.sum();
  }

  /// Questions that were not, for whatever reason.
  public long misses() {
    return misses.sum();
  }

  /// Questions and values that the Redis could not be told or did not answer.
  public long failures() {
    return failures.sum();
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
  }
}
