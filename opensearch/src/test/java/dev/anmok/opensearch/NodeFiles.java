package dev.anmok.opensearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

/// The parts of an OpenSearch node, fetched by Maven from wherever this build fetches its own
/// parts.
final class NodeFiles {
  private static final int FETCH_MINUTES = 15;
  private static final List<String> PARTS =
      List.of(
          "opensearch.zip", "opensearch-knn.zip", "analysis-nori.jar", "lucene-analysis-nori.jar");

  private static final String NORI =
      """
      name=analysis-nori
      description=Korean morphological analysis
      version=3.5.0
      opensearch.version=3.5.0
      java.version=21
      classname=org.opensearch.plugin.analysis.nori.AnalysisNoriPlugin
      """;

  private NodeFiles() {}

  /// The folder of the parts, fetched if they are not there.
  ///
  /// @throws IOException if they cannot be had, with the reason
  static Path fetch() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/bin/bash"))) {
      throw new IOException("a node is started by bash, and there is none here");
    }
    var module = module();
    var parts = module.resolve("target/node");
    var complete = parts.resolve("complete");
    if (!newer(complete, module.resolve("pom.xml"), module.resolve("../pom.xml"))) {
      copy(module, parts);
      Files.writeString(complete, "");
    }
    return parts;
  }

  /// Unpacks a server with its plugins.
  ///
  /// @return the folder of the server
  static Path unpack(Path parts, Path folder) throws IOException {
    unzip(parts.resolve("opensearch.zip"), folder);
    Path server;
    try (var inside = Files.list(folder)) {
      server = inside.findFirst().orElseThrow();
    }
    unzip(parts.resolve("opensearch-knn.zip"), server.resolve("plugins/opensearch-knn"));
    var nori = Files.createDirectories(server.resolve("plugins/analysis-nori"));
    Files.writeString(nori.resolve("plugin-descriptor.properties"), NORI);
    for (var jar : List.of("analysis-nori.jar", "lucene-analysis-nori.jar")) {
      Files.copy(parts.resolve(jar), nori.resolve(jar));
    }
    return server;
  }

  private static Path module() throws IOException {
    for (var place : List.of("", "../opensearch", "opensearch")) {
      var folder = Path.of(place).toAbsolutePath().normalize();
      if (folder.endsWith("opensearch") && Files.exists(folder.resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new IOException("the module opensearch is not beside " + Path.of("").toAbsolutePath());
  }

  private static boolean newer(Path file, Path... others) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    for (var other : others) {
      if (Files.getLastModifiedTime(other).compareTo(Files.getLastModifiedTime(file)) > 0) {
        return false;
      }
    }
    return PARTS.stream().allMatch(part -> Files.exists(file.resolveSibling(part)));
  }

  private static void copy(Path module, Path parts) throws IOException, InterruptedException {
    Files.createDirectories(parts);
    var log = parts.resolve("fetch.log");
    var builder =
        new ProcessBuilder(command())
            .directory(module.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process maven;
    try {
      maven = builder.start();
    } catch (IOException e) {
      throw new IOException("Maven cannot be started to fetch a node: " + e.getMessage(), e);
    }
    if (!maven.waitFor(FETCH_MINUTES, TimeUnit.MINUTES)) {
      maven.destroyForcibly();
      throw new IOException("fetching a node took over " + FETCH_MINUTES + " minutes; see " + log);
    }
    if (maven.exitValue() != 0) {
      var error =
          Files.readString(log)
              .lines()
              .filter(line -> line.contains("ERROR") && !line.contains("Some problems"))
              .findFirst();
      throw new IOException(
          "its parts cannot be had (%s); see %s".formatted(error.orElse(""), log));
    }
  }

  /// Maven as this build was started: the same program, settings and local repository.
  private static List<String> command() {
    var home = Path.of(System.getProperty("anmok.maven.home", "/nowhere"), "bin", "mvn");
    var command = new ArrayList<String>();
    command.add(Files.isExecutable(home) ? home.toString() : "mvn");
    command.addAll(List.of("-B", "-ntp"));
    var settings = System.getProperty("anmok.maven.settings", "").replaceFirst("^settings ", "");
    if (!settings.isEmpty() && Files.exists(Path.of(settings))) {
      command.addAll(List.of("-s", settings));
    }
    var repository = System.getProperty("anmok.maven.repository", "");
    if (!repository.isEmpty()) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    if (System.getProperty("anmok.maven.offline", "").endsWith("true")) {
      command.add("-o");
    }
    command.add("dependency:copy@node");
    return command;
  }

  private static void unzip(Path file, Path folder) throws IOException {
    try (var zip = new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException(file + ": holds " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
    try (var programs =
        Files.find(folder, 3, (path, found) -> found.isRegularFile() && isProgram(path))) {
      programs.forEach(program -> program.toFile().setExecutable(true, false));
    }
  }

  private static boolean isProgram(Path path) {
    return path.toString().contains("/bin/");
  }
}
