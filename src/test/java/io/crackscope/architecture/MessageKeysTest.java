package io.crackscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, is used, and every text that is used exists. */
class MessageKeysTest {
    private static final Path TEXTS = Path.of("src/main/resources/io/crackscope/text");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_]*\\.(?:[A-Za-z0-9_.]*))\"");
    private static final Pattern BUNDLE = Pattern.compile("\\$\\{bundle:([A-Za-z0-9_.]+)}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /** What ends words that look like keys but are names of files. */
    private static final Set<String> ENDINGS_OF_FILES =
            Set.of("json", "csv", "properties", "css", "java", "png", "ttf");

    private final Map<String, String> english = load("messages.properties");
    private final Map<String, String> german = load("messages_de.properties");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(german.keySet()).isEqualTo(english.keySet()).hasSizeGreaterThan(5);
    }

    @Test
    void both_languages_fill_in_the_same_places() {
        assertThat(english)
                .allSatisfy((key, text) ->
                        assertThat(places(german.get(key))).as(key).isEqualTo(places(text)));
    }

    @Test
    void no_key_is_written_twice() throws IOException {
        for (String name : List.of("messages.properties", "messages_de.properties")) {
            assertThat(Files.readAllLines(TEXTS.resolve(name)).stream()
                            .filter(line -> !line.startsWith("#") && line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('=')).strip())
                            .filter(key -> key.matches("[a-z][A-Za-z0-9_.]*")))
                    .as(name)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_text_is_used() throws IOException {
        assertThat(unused(english.keySet(), literals(Path.of("src/main/java")))).isEmpty();
    }

    @Test
    void every_text_that_is_used_exists() throws IOException {
        assertThat(missing(english.keySet(), literals(Path.of("src/main/java"))))
                .isEmpty();
    }

    @Test
    void unused_and_missing_texts_are_found() {
        Set<String> keys = Set.of("ui.open", "ui.close", "refusal.empty", "refusal.damaged");
        Set<String> literals = Set.of("ui.open", "ui.colse", "refusal.", "cli.", "user.home");

        assertThat(unused(keys, literals)).containsExactly("ui.close");
        assertThat(missing(keys, literals)).containsExactly("ui.colse");
    }

    /** Keys that stand nowhere in the sources, neither whole nor by the beginning that a dot ends. */
    private static Set<String> unused(Set<String> keys, Set<String> literals) {
        return keys.stream()
                .filter(key -> literals.stream()
                        .noneMatch(literal -> key.equals(literal) || literal.endsWith(".") && key.startsWith(literal)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Words in the sources that begin as keys do but are none, nor the beginning of one. */
    private static Set<String> missing(Set<String> keys, Set<String> literals) {
        Set<String> sections =
                keys.stream().map(key -> key.substring(0, key.indexOf('.') + 1)).collect(Collectors.toSet());
        return literals.stream()
                .filter(literal -> sections.stream().anyMatch(literal::startsWith))
                .filter(literal -> !ENDINGS_OF_FILES.contains(literal.substring(literal.lastIndexOf('.') + 1)))
                .filter(literal -> !keys.contains(literal))
                .filter(literal -> !literal.endsWith(".") || keys.stream().noneMatch(key -> key.startsWith(literal)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals(Path folder) throws IOException {
        Set<String> result = new TreeSet<>();
        for (Path source : SourceFiles.below(folder)) {
            String text = Files.readString(source);
            for (Pattern pattern : List.of(LITERAL, BUNDLE)) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    result.add(matcher.group(1));
                }
            }
        }
        return result;
    }

    private static Set<String> places(String text) {
        Set<String> result = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            result.add(matcher.group(1));
        }
        return result;
    }

    private static Map<String, String> load(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, String> result = new TreeMap<>();
        properties.forEach((key, value) -> result.put((String) key, (String) value));
        return result;
    }
}
