package io.crackscope.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.crackscope.domain.Interval;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where {@code --json} goes: a file that appears whole or not at all, or standard output ({@code -}). */
final class JsonTarget implements AutoCloseable {
    private final @Nullable OutputFile file;
    private final @Nullable PrintStream standardOutput;
    private final JsonGenerator json;

    private JsonTarget(@Nullable OutputFile file, @Nullable PrintStream standardOutput, OutputStream stream)
            throws IOException {
        this.file = file;
        this.standardOutput = standardOutput;
        this.json = new JsonFactory()
                .createGenerator(stream, JsonEncoding.UTF8)
                .setPrettyPrinter(new DefaultPrettyPrinter())
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Whether {@code path} means standard output. */
    static boolean isStandardOutput(@Nullable Path path) {
        return path != null && path.toString().equals("-");
    }

    /** Begins to write; {@code -} reserves the console's standard output. */
    static JsonTarget open(Path path, Console console) throws IOException {
        if (isStandardOutput(path)) {
            PrintStream out = console.reserveOutput();
            return new JsonTarget(null, out, out);
        }
        OutputFile file = OutputFile.open(path);
        return new JsonTarget(file, null, file.stream());
    }

    JsonGenerator json() {
        return json;
    }

    /** Completes the document. */
    void commit() throws IOException {
        json.close();
        if (file != null) {
            file.commit();
        }
        if (standardOutput != null) {
            standardOutput.println();
        }
    }

    /** Writes a number, null where it cannot be stated: JSON knows no NaN. */
    static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    /** Writes {@code [low, high]}, null where the interval cannot be stated. */
    static void interval(JsonGenerator json, String name, Interval interval) throws IOException {
        if (Double.isFinite(interval.low()) && Double.isFinite(interval.high())) {
            json.writeFieldName(name);
            json.writeArray(new double[] {interval.low(), interval.high()}, 0, 2);
        } else {
            json.writeNullField(name);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
