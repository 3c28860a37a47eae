package dev.anmok.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/// Dependencies run one way: app to adapters to core, and within core down its list of packages.
@AnalyzeClasses(
    packages = "dev.anmok",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /// Leaves out the tests of other modules that are on the class path as jars.
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule appUsesAdaptersAndAdaptersUseCore =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.anmok..")
          .layer("core")
          .definedBy("dev.anmok.core..")
          .layer("codec")
          .definedBy("dev.anmok.codec..")
          .layer("onnx")
          .definedBy("dev.anmok.onnx..")
          .layer("sqlite")
          .definedBy("dev.anmok.sqlite..")
          .layer("words")
          .definedBy("dev.anmok.words..")
          .layer("lucene")
          .definedBy("dev.anmok.lucene..")
          .layer("opensearch")
          .definedBy("dev.anmok.opensearch..")
          .layer("parquet")
          .definedBy("dev.anmok.parquet..")
          .layer("app")
          .definedBy("dev.anmok.app..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("codec")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("onnx")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("sqlite")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("words")
          .mayOnlyBeAccessedByLayers("lucene", "opensearch", "app")
          .whereLayer("lucene")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("opensearch")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("parquet")
          .mayOnlyBeAccessedByLayers("app");

  /// Each package of core uses only those before it in this list.
  @ArchTest
  static final ArchRule coreRunsDownItsList =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.anmok.core..")
          .layer("text")
          .definedBy("dev.anmok.core.text..")
          .layer("filter")
          .definedBy("dev.anmok.core.filter..")
          .layer("image")
          .definedBy("dev.anmok.core.image..")
          .layer("cutout")
          .definedBy("dev.anmok.core.cutout..")
          .layer("quality")
          .definedBy("dev.anmok.core.quality..")
          .layer("embed")
          .definedBy("dev.anmok.core.embed..")
          .layer("score")
          .definedBy("dev.anmok.core.score..")
          .layer("classify")
          .definedBy("dev.anmok.core.classify..")
          .layer("cluster")
          .definedBy("dev.anmok.core.cluster..")
          .layer("curate")
          .definedBy("dev.anmok.core.curate..")
          .layer("search")
          .definedBy("dev.anmok.core.search..")
          .layer("pipeline")
          .definedBy("dev.anmok.core.pipeline..")
          .layer("evaluate")
          .definedBy("dev.anmok.core.evaluate..")
          .whereLayer("evaluate")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("evaluate")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("pipeline", "evaluate")
          .whereLayer("curate")
          .mayOnlyBeAccessedByLayers("search", "pipeline", "evaluate")
          .whereLayer("cluster")
          .mayOnlyBeAccessedByLayers("curate", "search", "pipeline", "evaluate")
          .whereLayer("classify")
          .mayOnlyBeAccessedByLayers("cluster", "curate", "search", "pipeline", "evaluate")
          .whereLayer("score")
          .mayOnlyBeAccessedByLayers(
              "classify", "cluster", "curate", "search", "pipeline", "evaluate")
          .whereLayer("embed")
          .mayOnlyBeAccessedByLayers(
              "score", "classify", "cluster", "curate", "search", "pipeline", "evaluate")
          .whereLayer("filter")
          .mayOnlyBeAccessedByLayers("search", "pipeline", "evaluate")
          .whereLayer("cutout")
          .mayOnlyBeAccessedByLayers(
              "quality", "embed", "score", "cluster", "curate", "search", "pipeline", "evaluate")
          .whereLayer("quality")
          .mayOnlyBeAccessedByLayers(
              "embed", "score", "classify", "cluster", "curate", "search", "pipeline", "evaluate");

  @ArchTest
  static final ArchRule coreUsesTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("dev.anmok.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.anmok.core..", "java..", "jdk.incubator.vector..", "org.jspecify..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.anmok.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodyPrintsBesidesTheConsole =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.anmok.app.Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
