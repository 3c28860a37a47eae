package dev.anmok.app.http;

/// The methods that routes have. HEAD is answered wherever GET is.
public enum Method {
  GET,
  POST,
  DELETE
}
