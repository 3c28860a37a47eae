/// JMH benchmarks. Build with `mvn package`, then run `java -jar benchmarks/target/benchmarks.jar
/// NAME`.
@NullMarked
package dev.anmok.benchmarks;

import org.jspecify.annotations.NullMarked;
