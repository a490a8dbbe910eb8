package dev.drydock.shell;

import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A whole script: the root. Either a list of statements, or opaque, that is, not understood and left alone. */
public final class ShellScript extends ShellNode {
    private final ShellSource shellSource;
    private final List<Problem> problems;
    private final Optional<CommandList> body;
    private final Optional<String> opaqueReason;

    private ShellScript(
            ShellSource shellSource, List<SyntaxElement> children, Optional<String> reason, List<Problem> problems) {
        super(shellSource.text(), children);
        this.shellSource = shellSource;
        this.problems = List.copyOf(problems);
        this.opaqueReason = reason;
        this.body = firstChild(CommandList.class);
    }

    public static ShellScript of(ShellSource source, CommandList body, List<Problem> problems) {
        return new ShellScript(source, List.of(body), Optional.empty(), problems);
    }

    /** Returns a script of which nothing is known but its text. */
    public static ShellScript opaque(ShellSource source, String reason, List<Problem> problems) {
        SourceText text = source.text();
        List<SyntaxElement> children = new ArrayList<>();
        if (text.length() > 0) {
            children.add(new Token(ShellTokenKind.OPAQUE, text, new TextRange(0, text.length())));
        }
        return new ShellScript(source, children, Optional.of(reason), problems);
    }

    public ShellSource shellSource() {
        return shellSource;
    }

    /** Returns whether the script was not understood; it then has no statements. */
    public boolean isOpaque() {
        return opaqueReason.isPresent();
    }

    /** Returns why the script is opaque, in a phrase; empty if it is not. */
    public Optional<String> opaqueReason() {
        return opaqueReason;
    }

    public Optional<CommandList> body() {
        return body;
    }

    public List<AndOrList> statements() {
        return body.map(CommandList::statements).orElse(List.of());
    }

    /** Returns what is wrong or not portable; ranges speak of the shell text. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns the comments, which in a joined RUN line reach to the end of the whole instruction. */
    public Stream<Token> comments() {
        return leaves().filter(token -> token.kind() == ShellTokenKind.COMMENT);
    }

    public CommandContext contextOf(SimpleCommand command) {
        return CommandContext.of(command);
    }

    @Override
    protected Map<String, String> attributes() {
        return opaqueReason.map(reason -> Map.of("opaque", reason)).orElse(Map.of());
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitShellScript(this);
    }
}
