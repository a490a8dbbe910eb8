package dev.drydock.written;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other names of functions: {@code const mk = fs.mkdirSync}, {@code from os import makedirs as mk}. */
final class Aliases {
    /** A function by its own name, and what stands before that. */
    record Call(String before, String name) {}

    private static final int MOST_STEPS = 3;

    private final Map<String, Call> calls = new HashMap<>();
    private final Map<String, String> modules = new HashMap<>();
    /** What a function returned, by the name of that function. */
    private final Map<String, String> made = new HashMap<>();

    private Aliases() {}

    static Aliases of(Language language, List<Lexeme> lexemes) {
        Aliases aliases = new Aliases();
        for (int i = 1; i + 1 < lexemes.size(); i++) {
            if (lexemes.get(i).isWord("as")
                    && lexemes.get(i - 1).isWord()
                    && lexemes.get(i + 1).isWord()) {
                String name = lexemes.get(i - 1).text();
                aliases.calls.putIfAbsent(lexemes.get(i + 1).text(), new Call("", name));
            } else if (lexemes.get(i).isSign("=") && lexemes.get(i - 1).isWord()) {
                aliases.assigned(lexemes, i);
                if (language == Language.JAVASCRIPT) {
                    aliases.required(lexemes, i);
                }
            } else if (lexemes.get(i).isWord("from") && language == Language.JAVASCRIPT) {
                aliases.importedFrom(lexemes, i);
            } else if (lexemes.get(i).isWord("import") && language == Language.PYTHON && i >= 2) {
                aliases.imported(lexemes, i);
            }
        }
        return aliases;
    }

    Optional<Call> of(String name) {
        return Optional.ofNullable(calls.get(name));
    }

    /**
     * Returns the module that a name stands for, or a class that a function of it returned: {@code const S =
     * require('session-file-store'); const F = S(session)}.
     */
    Optional<String> moduleOf(String name) {
        String step = name;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (modules.containsKey(step)) {
                return Optional.of(modules.get(step));
            }
            if (!made.containsKey(step)) {
                return Optional.empty();
            }
            step = made.get(step);
        }
        return Optional.empty();
    }

    /** Returns what stands before a call by its own name: {@code path} for {@code p}, where that is the module path. */
    Optional<String> unaliased(String before) {
        int dot = before.indexOf('.');
        String first = dot < 0 ? before : before.substring(0, dot);
        String rest = dot < 0 ? "" : before.substring(dot);
        return moduleOf(first)
                .map(Aliases::module)
                .or(() -> of(first)
                        .map(call -> call.before().isEmpty() ? call.name() : call.before() + "." + call.name()))
                .filter(name -> !name.equals(first))
                .map(name -> name + rest);
    }

    /** {@code import Store from 'module'} and {@code import * as Store from 'module'}. */
    private void importedFrom(List<Lexeme> lexemes, int from) {
        if (lexemes.get(from - 1).isWord() && lexemes.get(from + 1).isText()) {
            modules.putIfAbsent(
                    lexemes.get(from - 1).text(), lexemes.get(from + 1).text());
        }
    }

    /** {@code name = require('module')}, {@code name = require('module')(session)} and {@code name = Module(session)}. */
    private void required(List<Lexeme> lexemes, int sign) {
        String name = lexemes.get(sign - 1).text();
        boolean called = sign + 3 < lexemes.size() && lexemes.get(sign + 2).isSign("(");
        if (!called || !lexemes.get(sign + 1).isWord()) {
            return;
        }
        if (lexemes.get(sign + 1).isWord("require") && lexemes.get(sign + 3).isText()) {
            modules.putIfAbsent(name, lexemes.get(sign + 3).text());
        } else if (!lexemes.get(sign + 1).text().equals(name)) {
            made.putIfAbsent(name, lexemes.get(sign + 1).text());
        }
    }

    /** {@code name = a.b.call} with nothing behind it. */
    private void assigned(List<Lexeme> lexemes, int sign) {
        int at = sign + 1;
        StringBuilder before = new StringBuilder();
        String name = "";
        while (at < lexemes.size() && at < sign + 12) {
            Lexeme lexeme = lexemes.get(at);
            if (at > sign + 1 && (lexeme.startsLine() || lexeme.isSign(";") || lexeme.isSign(","))) {
                break;
            }
            if (lexeme.isSign("(")
                    && at + 2 < lexemes.size()
                    && lexemes.get(at + 2).isSign(")")
                    && name.equals("require")) {
                name = module(lexemes.get(at + 1).text());
                at += 3;
                continue;
            }
            if (lexeme.isWord()) {
                if (!name.isEmpty()) {
                    before.append(before.isEmpty() ? "" : ".").append(name);
                }
                name = lexeme.text();
            } else if (!lexeme.isSign(".") && !lexeme.isSign("::")) {
                return;
            }
            at++;
        }
        if (!name.isEmpty() && !name.equals(lexemes.get(sign - 1).text())) {
            calls.putIfAbsent(lexemes.get(sign - 1).text(), new Call(before.toString(), name));
        }
    }

    /** Returns the last part of the name of a module: {@code path} of {@code node:path}. */
    static String module(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }

    /** {@code from os import chdir, mkdir as mk}. */
    private void imported(List<Lexeme> lexemes, int word) {
        if (!lexemes.get(word - 1).isWord()) {
            return;
        }
        String module = lexemes.get(word - 1).text();
        for (int at = word + 1;
                at < Math.min(lexemes.size(), word + 60) && !lexemes.get(at).startsLine();
                at++) {
            if (lexemes.get(at).isWord("as") && at + 1 < lexemes.size()) {
                calls.put(
                        lexemes.get(at + 1).text(),
                        new Call(module, lexemes.get(at - 1).text()));
                at++;
            } else if (lexemes.get(at).isWord()) {
                calls.putIfAbsent(
                        lexemes.get(at).text(), new Call(module, lexemes.get(at).text()));
            }
        }
    }
}
