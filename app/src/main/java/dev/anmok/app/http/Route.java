package dev.anmok.app.http;

import java.util.ArrayList;
import java.util.List;

/// A route as a value: what is documented is what is served.
///
/// @param method its method
/// @param template its path; `{name}` stands for one segment
/// @param summary one line for people
/// @param permission who may call it
/// @param query its query parameters; others are refused
/// @param body what it accepts as a body
/// @param answer what it answers with
/// @param handler what it does
public record Route(
    Method method,
    String template,
    String summary,
    Permission permission,
    List<Parameter> query,
    Accepted body,
    Answered answer,
    Handler handler) {

  /// Which bodies a route accepts. None is always accepted; the handler may still ask for one.
  ///
  /// @param json whether a JSON object is accepted
  /// @param fields keys of the object, and text fields of a form
  /// @param files name of the part that holds photos, empty if no form is accepted
  public record Accepted(boolean json, List<Parameter> fields, String files) {
    public static final Accepted NOTHING = new Accepted(false, List.of(), "");

    public Accepted {
      fields = List.copyOf(fields);
    }

    /// A JSON object.
    public static Accepted json(List<Parameter> fields) {
      return new Accepted(true, fields, "");
    }

    /// A form with files.
    public static Accepted form(List<Parameter> fields, String files) {
      return new Accepted(false, fields, files);
    }

    /// A JSON object or a form with files.
    public static Accepted either(List<Parameter> fields, String files) {
      return new Accepted(true, fields, files);
    }

    boolean form() {
      return !files.isEmpty();
    }
  }

  /// What a route answers with when all goes well.
  ///
  /// @param status HTTP status
  /// @param type media type
  /// @param schema of a JSON answer
  public record Answered(int status, String type, Schema schema) {}

  /// The parameter of routes that accept any others: a page keeps its own state in its address.
  static final Parameter ANY = new Parameter("*", Schema.TEXT, "whatever the page keeps there");

  public Route {
    query = List.copyOf(query);
  }

  /// A page for people, or a file that it loads: no part of the API, and for everybody.
  public static Route page(String template, Handler handler) {
    return get(template, "A page", Schema.TEXT, handler)
        .query(List.of(ANY))
        .answering(200, "text/html")
        .open();
  }

  /// Whether it is a page and no part of the API.
  public boolean page() {
    return query.contains(ANY);
  }

  /// A route that reads.
  public static Route get(String template, String summary, Schema answer, Handler handler) {
    var answered = new Answered(200, Reply.JSON, answer);
    return new Route(
        Method.GET,
        template,
        summary,
        Permission.READ,
        List.of(),
        Accepted.NOTHING,
        answered,
        handler);
  }

  /// A route that is sent something.
  public static Route post(
      String template, String summary, Accepted body, Schema answer, Handler handler) {
    var answered = new Answered(200, Reply.JSON, answer);
    return new Route(
        Method.POST, template, summary, Permission.WRITE, List.of(), body, answered, handler);
  }

  /// A route that takes something away.
  public static Route delete(String template, String summary, Schema answer, Handler handler) {
    var answered = new Answered(200, Reply.JSON, answer);
    return new Route(
        Method.DELETE,
        template,
        summary,
        Permission.WRITE,
        List.of(),
        Accepted.NOTHING,
        answered,
        handler);
  }

  /// The same with one more query parameter.
  public Route query(String name, Schema schema, String description) {
    return query(List.of(new Parameter(name, schema, description)));
  }

  /// The same with more query parameters.
  public Route query(List<Parameter> more) {
    var all = new ArrayList<>(query);
    all.addAll(more);
    return new Route(method, template, summary, permission, all, body, answer, handler);
  }

  /// The same for everybody.
  public Route open() {
    return new Route(method, template, summary, Permission.OPEN, query, body, answer, handler);
  }

  /// The same of a route that is sent a question and stores nothing but what was shown: a change of
  /// the routes does not wait for it.
  public Route asking() {
    return new Route(method, template, summary, Permission.ASK, query, body, answer, handler);
  }

  /// The same with another answer.
  public Route answering(int status, String type) {
    var other = new Answered(status, type, answer.schema());
    return new Route(method, template, summary, permission, query, body, other, handler);
  }
}
