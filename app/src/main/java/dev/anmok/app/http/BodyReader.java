package dev.anmok.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Receives the body of a request as its route accepts it.
final class BodyReader {
  private static final String FORM = "multipart/form-data";

  private final ServerLimits.Bodies limits;
  private final Reception reception;
  private final Spool spool;
  private final Semaphore uploads;

  BodyReader(ServerLimits limits, Spool spool) {
    this.limits = limits.body();
    this.reception = new Reception(limits.time());
    this.spool = spool;
    this.uploads = new Semaphore(limits.body().uploads());
  }

  /// A body that is still to come.
  ///
  /// @param type its media type, empty if none was named
  /// @param length its length in bytes; 0 if there is none
  /// @param bytes opens it, once
  record Incoming(String type, long length, Supplier<InputStream> bytes) {}

  /// Receives a body, or says why not.
  Body read(Route.Accepted accepted, Incoming body) throws IOException {
    if (body.length() == 0) {
      return new Body.None();
    }
    var media = body.type().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (accepted.json() && media.equals(Reply.JSON)) {
      return json(accepted, body);
    }
    if (accepted.form() && media.equals(FORM)) {
      return form(accepted, body);
    }
    throw unsupported(accepted, media);
  }

  private static Problem unsupported(Route.Accepted accepted, String media) {
    var types = new java.util.ArrayList<String>();
    if (accepted.json()) {
      types.add(Reply.JSON);
    }
    if (accepted.form()) {
      types.add(FORM);
    }
    if (types.isEmpty()) {
      return Problem.badRequest("this route takes no body");
    }
    var named = media.isEmpty() ? "a body without Content-Type" : "a body of type " + media;
    return Problem.of(415, named + " is not accepted here: send " + String.join(" or ", types))
        .header("Accept", String.join(", ", types));
  }

  private Body json(Route.Accepted accepted, Incoming body) throws IOException {
    requireAtMost(limits.textBytes(), body.length());
    byte[] bytes =
        reception.receive(body.bytes().get(), body.length(), in -> readAll(in, body.length()));
    var values = Json.object(Percent.utf8(bytes, "the body"));
    requireKnown(accepted.fields(), values);
    return new Body.Fields(values);
  }

  private static byte[] readAll(InputStream in, long length) throws IOException {
    return in.readNBytes(Math.toIntExact(length));
  }

  private Body form(Route.Accepted accepted, Incoming body) throws IOException {
    requireAtMost(limits.requestBytes(), body.length());
    var boundary = Multipart.boundary(body.type());
    if (!uploads.tryAcquire()) {
      throw Problem.busy("too many uploads are being received: try again", 2);
    }
    try {
      var form =
          reception.receive(
              body.bytes().get(),
              body.length(),
              in -> spool.receive(in, boundary, accepted.files()));
      requireKnown(accepted.fields(), form.fields());
      return form;
    } finally {
      uploads.release();
    }
  }

  private static void requireAtMost(long most, long length) {
    if (length > most) {
      throw Problem.tooLarge(
          "the body has " + length + " bytes; at most " + most + " are accepted here");
    }
  }

  private static void requireKnown(List<Parameter> known, Map<String, ?> sent) {
    for (var name : sent.keySet()) {
      if (known.stream().noneMatch(field -> field.name().equals(name))) {
        var names = known.stream().map(Parameter::name).toList();
        throw Problem.badRequest(
            "unknown field '" + name + "'; known here: " + String.join(", ", names));
      }
    }
  }
}
