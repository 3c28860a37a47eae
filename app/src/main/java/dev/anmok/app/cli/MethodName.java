package dev.anmok.app.cli;

import dev.anmok.app.profile.Method;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a method's name as profiles write it.
final class MethodName implements ITypeConverter<Method> {
  @Override
  public Method convert(String value) {
    return Method.find(value)
        .orElseThrow(() ->
            new TypeConversionException(
                "expected delta, as-published or useful, was '" + value + "'"));
  }
}
