package dev.anmok.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `anmok train`: learns from labelled photos.
@Command(
    name = "train",
    description = "Learns from labelled photos.",
    synopsisSubcommandLabel = "head|classifier|blur",
    subcommands = {TrainHeadCommand.class, TrainClassifierCommand.class, TrainBlurCommand.class})
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  AnmokCommand root() {
    return root;
  }

  @Override
  public Integer call() {
    throw new UsageException(
        "say what to train: anmok train head or classifier --data FILE --name NAME, or anmok train"
            + " blur");
  }
}
