package io.github.swarmclient.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Columns of text, as the command line prints them: three blanks apart, none at the end. */
public final class Table {
  private static final String GAP = "   ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Begins a table. */
  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a row, with as many cells as there are headings. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Returns the lines, each with its end. */
  @Override
  public String toString() {
    return rows.stream().map(this::line).collect(Collectors.joining());
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = Text.printable(cells.get(column));
      line.append(cell).append(" ".repeat(width(column) - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> Text.printable(row.get(column)).length()).max().orElse(0);
  }
}
