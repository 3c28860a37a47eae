package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.Answer;
import dev.anmok.app.album.CategoriesAnswer;
import dev.anmok.app.album.CategoriesJob;
import dev.anmok.app.album.CategoriesOptions;
import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategorySet;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok categories`: sorts photos into categories.
@Command(
    name = "categories",
    description = {
      "Sorts photos into the categories of a profile or a file; what fits none goes to 'others'.",
      "Photos very much alike are judged together, unless --per-photo says otherwise."
    })
final class CategoriesCommand implements Callable<Integer> {
  private static final int EXAMPLES = 3;

  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();
  @Mixin private AlbumInput input = new AlbumInput();
  @Mixin private CategoryFile file = new CategoryFile();

  @Option(names = "--per-photo", description = "judge each photo for itself, not with its like")
  private boolean perPhoto;

  @Option(
      names = "--top",
      paramLabel = "K",
      description = "categories listed for each photo with --details (default: 3)")
  private int top = CategoriesOptions.DEFAULT.top();

  CategoriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1 || top > 100) {
      throw new UsageException("--top must be a whole number from 1 to 100, was " + top);
    }
    input.ask(root.workspace(), console, this::ask);
    return 0;
  }

  private Answer ask(AlbumContext context, AlbumPhotos photos) throws IOException {
    var categories = file.choose(context.album().categories(), console);
    var job = CategoriesJob.bind(context.with(categories));
    job.numbers().note().ifPresent(note -> console.say("note: %s", note));
    var answer = job.answer(photos, new CategoriesOptions(top, perPhoto));
    if (input.format() == Format.JSON && input.details()) {
      JsonResult.print(console.out(), answer.details());
    } else if (input.format() == Format.JSON) {
      JsonResult.print(console.out(), answer.plain());
    } else {
      print(categories, answer);
      if (input.details()) {
        printPhotos(answer);
      }
    }
    return answer;
  }

  private void print(CategorySet categories, CategoriesAnswer answer) {
    var table = new Table("category", "label", "photos", "for example");
    answer
        .byCategory()
        .forEach((name, images) ->
            table.row(name, label(categories, name), images.size(), examples(images)));
    table.print(console.out());
    console.say("%d photos, decided by %d vectors", answer.size(), answer.groups());
  }

  private void printPhotos(CategoriesAnswer answer) {
    var table = new Table("photo", "category", "reason", "best categories (cosine, margin, share)");
    for (int i = 0; i < answer.size(); i++) {
      var decision = answer.decision(i);
      var scores =
          decision.scores().stream()
              .map(s ->
                  String.format(
                      java.util.Locale.ROOT,
                      "%s %.3f %+.3f %.0f %%",
                      s.category(),
                      s.cosine(),
                      s.margin(),
                      100 * s.probability()))
              .collect(Collectors.joining(", "));
      table.row(Paths.show(answer.uri(i)), decision.category(), decision.reason().code(), scores);
    }
    table.print(console.out());
  }

  private static String label(CategorySet categories, String name) {
    return categories.categories().stream()
        .filter(category -> category.name().equals(name))
        .findFirst()
        .map(category -> category.label("ko"))
        .orElse(name.equals(Category.OTHERS) ? "기타" : name);
  }

  private static String examples(List<String> images) {
    return images.stream().limit(EXAMPLES).map(Paths::show).collect(Collectors.joining("  "));
  }
}
