package io.github.swarmclient.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
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
    rows.add(Arrays.stream(cells).map(Text::printable).toList());
    return this;
  }

  /** Returns the lines, each with its end. */
  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing() + "\n";
  }
}
