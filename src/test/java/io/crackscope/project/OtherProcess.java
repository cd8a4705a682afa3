package io.crackscope.project;

import io.crackscope.domain.Review;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A second Java virtual machine that uses a project, and says on its standard output what it has done. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Opens the project and says {@code open}, or the problem; then reviews the photos until it is killed. */
    static OtherProcess on(Path project) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                project.toString()));
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The next line it says; null when it has ended. */
    @Nullable
    String line() throws IOException {
        return output.readLine();
    }

    /** Ends it as kill -9 does, and returns what it still had said. */
    List<String> kill() throws IOException, InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        List<String> rest = new ArrayList<>();
        try {
            for (String line = line(); line != null; line = line()) {
                rest.add(line);
            }
        } catch (IOException e) {
            // Killing it closed the stream: what was not read is not acknowledged.
        }
        return rest;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }

    /** What the other process does. Lines: {@code open}, then one for each call that returned. */
    public static void main(String[] arguments) {
        try {
            InspectionProject project = InspectionProject.open(Path.of(arguments[0]), "other");
            say("open");
            List<ProjectPhoto> photos = project.snapshot().photos();
            for (int round = 1; !photos.isEmpty(); round++) {
                for (ProjectPhoto photo : photos) {
                    work(project, photo.id(), round);
                }
            }
            // without photos it only holds the project
            while (System.in.read() >= 0) {}
        } catch (ProjectException e) {
            say(e.problem().name());
        } catch (IOException e) {
            say(e.toString());
        }
    }

    private static void work(InspectionProject project, PhotoId photo, int round) {
        Review.Decision decision = Review.Decision.values()[round % 3];
        if (project.decide(List.of(photo), Optional.of(decision)).isPresent()) {
            say("decided %d %s".formatted(photo.number(), decision.word()));
        }
        long answer = Site.judge(project, photo, (round % 100) / 100.0).number();
        say("answered %d %d".formatted(photo.number(), answer));
        String note = "round " + round;
        for (int length = 1; length <= note.length(); length++) {
            project.draftNote(photo, note.substring(0, length));
            say("drafted %d %s".formatted(photo.number(), note.substring(0, length)));
        }
        project.commitNote(photo);
        say("noted %d %s".formatted(photo.number(), note));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
