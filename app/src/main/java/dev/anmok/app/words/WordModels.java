package dev.anmok.app.words;

import dev.anmok.app.profile.Endpoint;
import dev.anmok.app.profile.Words;
import dev.anmok.app.remote.RemoteCaptioner;
import dev.anmok.app.remote.RemoteTranslator;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.codec.PhotoWriter;
import dev.anmok.core.image.Captioner;
import dev.anmok.core.text.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Opens the translators and captioners that profiles name.
///
/// @param workspace whose model packs are looked at
/// @param environment where keys are looked up
public record WordModels(Path workspace, Map<String, String> environment) {
  /// Those of a workspace, with keys of this process's environment.
  public static WordModels of(Session session) {
    return new WordModels(session.workspace().folder(), System.getenv());
  }

  /// How questions without words are read: nothing is opened for them.
  public static QueryTexts none(Session session) {
    return QueryTexts.untranslated(session.pack().id(), session.pack().languages());
  }

  /// How queries to a session's space are read.
  ///
  /// @throws IOException if the profile's translator cannot be opened, or its language is not one
  ///   of the space
  public static QueryTexts queries(Session session) throws IOException {
    var pack = session.pack();
    var section = session.profile().words().translation();
    if (section.isEmpty() || section.get().when() == Words.When.NEVER) {
      return none(session);
    }
    var said = section.get();
    var translator = of(session).translator(said.by());
    try {
      return QueryTexts.translated(pack.id(), pack.languages(), said.to(), said.when(), translator);
    } catch (IllegalArgumentException e) {
      translator.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  /// A translator that remembers what it was asked last.
  ///
  /// @throws IOException if the pack is missing or broken, or the key's variable is not set
  public Translator translator(Words.By by) throws IOException {
    return new CachedTranslator(
        switch (by) {
          case Words.By.Pack(var id) -> Models.in(workspace).sequence(id).translator();
          case Words.By.Service(var endpoint) -> RemoteTranslator.of(endpoint, key(endpoint));
        });
  }

  /// A captioner.
  ///
  /// @throws IOException if the pack is missing or broken, or the key's variable is not set
  public Captioner captioner(Words.By by) throws IOException {
    return switch (by) {
      case Words.By.Pack(var id) -> Models.in(workspace).sequence(id).captioner();
      case Words.By.Service(var endpoint) ->
          RemoteCaptioner.of(endpoint, key(endpoint), PhotoWriter.open());
    };
  }

  private String key(Endpoint endpoint) throws IOException {
    if (endpoint.keyEnv().isEmpty()) {
      return "";
    }
    var key = environment.get(endpoint.keyEnv());
    if (key == null || key.isBlank()) {
      throw new IOException(
          "the environment variable %s, which should hold the key for %s, is not set"
              .formatted(endpoint.keyEnv(), endpoint.url()));
    }
    return key.strip();
  }
}
