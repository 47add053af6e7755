package io.github.swarmclient;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits one line at its commas; a field in double quotes may hold commas, and a quote twice is
 * one.
 */
final class Csv {
  private final TextForm form;
  private final String text;
  private int at;

  private Csv(TextForm form) {
    this.form = form;
    this.text = form.text();
  }

  static List<String> split(TextForm form) {
    Csv csv = new Csv(form);
    List<String> fields = new ArrayList<>();
    do {
      fields.add(csv.next());
    } while (csv.at++ < csv.text.length());
    return fields;
  }

  /** Reads a field, up to the comma or the end. */
  private String next() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int comma = text.indexOf(',', at);
    String field = text.substring(at, comma < 0 ? text.length() : comma);
    if (field.contains("\"")) {
      throw form.malformed("a quote stands within a field; quote the whole field, as \"a=b,c\"");
    }
    at += field.length();
    return field;
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != '"') {
        field.append(text.charAt(at));
      } else if (text.startsWith("\"\"", at)) {
        field.append('"');
        at++;
      } else {
        return endOf(field);
      }
    }
    throw form.malformed("a quote is not closed");
  }

  private String endOf(StringBuilder field) {
    at++;
    if (at < text.length() && text.charAt(at) != ',') {
      throw form.malformed("something stands between a closing quote and the comma");
    }
    return field.toString();
  }
}
