package dev.anmok.app.cli;

import dev.anmok.app.workspace.Models;
import dev.anmok.onnx.Device;
import dev.anmok.onnx.LicenceRule;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The root of all commands.
@Command(
    name = "anmok",
    description = "Chooses photos as a good curator does and finds them as a good librarian does.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "anmok 0.1.0",
    scope = ScopeType.INHERIT,
    subcommands = {
      DemoCommand.class,
      IngestCommand.class,
      ImportCommand.class,
      CaptionCommand.class,
      StatusCommand.class,
      CurateCommand.class,
      CutoutCommand.class,
      DuplicatesCommand.class,
      HighlightsCommand.class,
      CategoriesCommand.class,
      ClassifyCommand.class,
      SearchCommand.class,
      SimilarCommand.class,
      FacetsCommand.class,
      TuneCommand.class,
      TrainCommand.class,
      HeadsCommand.class,
      ReportCommand.class,
      ModelsCommand.class,
      ReembedCommand.class,
      ServeCommand.class,
      EvaluateCommand.class,
      ExportCommand.class,
      LowQualityCommand.class,
      ReviewCommand.class,
      FeedbackCommand.class,
      BlurCommand.class,
      IndexCommand.class,
      DoctorCommand.class,
      WarmUpCommand.class,
    })
final class AnmokCommand {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "folder of the catalog and its indexes (default: anmok-data)")
  private @Nullable Path workspace;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      scope = ScopeType.INHERIT,
      description = {
        "what models run on: cpu, cuda:0, tensorrt:0[,fp16], openvino[:gpu|:npu], coreml, or auto:",
        "the first accelerator that works, else cpu, and a line that says which (default: cpu)"
      })
  void device(Device device) {
    Models.on(device);
  }

  @Option(
      names = "--commercial-only",
      scope = ScopeType.INHERIT,
      description = {
        "refuse models whose weights are not free for commercial use, anmok-mini among them;",
        "also by the environment variable ANMOK_MODELS_COMMERCIAL_ONLY=true"
      })
  void commercialOnly(boolean only) {
    if (only) {
      Models.use(LicenceRule.COMMERCIAL_ONLY);
    }
  }

  Path workspace() {
    return workspaceOr("anmok-data");
  }

  Path workspaceOr(String otherwise) {
    return workspace == null ? Path.of(otherwise) : workspace;
  }
}
