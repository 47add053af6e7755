package io.github.swarmclient.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A script of a shell, taken apart into its commands. */
final class Script {
  /** When a command is run, as far as that is up to the one before it. */
  enum After {
    ANY,
    SUCCESS,
    FAILURE
  }

  /**
   * A command.
   *
   * @param after what the one before it has to have come to
   * @param words the program and its arguments
   */
  record Command(After after, List<String> words) {}

  private final String text;
  private final UnaryOperator<String> variables;
  private final List<Command> commands = new ArrayList<>();

  /** What this does not understand, or an empty text. */
  private String foreign = "";

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private After after = After.ANY;
  private int at;

  private Script(String text, UnaryOperator<String> variables) {
    this.text = text;
    this.variables = variables;
  }

  /**
   * Takes a script apart.
   *
   * @param variables returns the value of a variable
   */
  static Script parse(String text, UnaryOperator<String> variables) {
    Script script = new Script(text, variables);
    script.parse();
    return script;
  }

  List<Command> commands() {
    return commands;
  }

  /** Returns what of the script is beyond this shell, or an empty text. */
  String foreign() {
    return foreign;
  }

  private void parse() {
    char quote = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == '$' && quote != '\'') {
        variable();
      } else if (quote != 0) {
        word.append(c);
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else {
        plain(c);
      }
    }
    endCommand(After.ANY);
  }

  private void plain(char c) {
    boolean twice = at < text.length() && text.charAt(at) == c;
    if (c == ';' || c == '\n') {
      endCommand(After.ANY);
    } else if ((c == '&' || c == '|') && twice) {
      at++;
      endCommand(c == '&' ? After.SUCCESS : After.FAILURE);
    } else if (Character.isWhitespace(c)) {
      endWord();
    } else {
      if ("|&<>`(".indexOf(c) >= 0 && !isToStandardError()) {
        foreign = Character.toString(c);
      }
      word.append(c);
      inWord = true;
    }
  }

  /** Returns whether this is a character of {@code >&2}, which {@link Shell} understands. */
  private boolean isToStandardError() {
    return text.startsWith(">&2", at - 1) || text.startsWith("&2", at - 1);
  }

  private void variable() {
    boolean braced = at < text.length() && text.charAt(at) == '{';
    int from = braced ? at + 1 : at;
    int to = from;
    while (to < text.length() && isNamePart(text.charAt(to))) {
      to++;
    }
    if (to == from && to < text.length() && "?($@*#!".indexOf(text.charAt(to)) >= 0) {
      foreign = text.substring(from - 1, from + 1);
    }
    word.append(to == from ? "$" : variables.apply(text.substring(from, to)));
    at = to == from ? at : braced ? to + 1 : to;
    inWord = true;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }

  private void endCommand(After next) {
    endWord();
    if (!words.isEmpty()) {
      commands.add(new Command(after, List.copyOf(words)));
      after = next;
    }
    words.clear();
  }
}
