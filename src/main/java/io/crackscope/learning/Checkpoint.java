package io.crackscope.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.learning.ModelFileException.Problem;
import io.crackscope.work.AtomicFile;
import io.crackscope.work.Digests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a training run stands after an epoch: all that is needed to go on exactly as if it had never stopped. A file of
 * this program's own: a header in JSON, then arrays of 32-bit floats; no serialised objects.
 *
 * @param header which run it is, and how far it is
 * @param parameters of the network, in the engine's order
 * @param updater state of the optimiser, in the engine's order
 * @param average of the parameters over the steps, in the engine's order; empty where the plan averages nothing
 * @param best weights of the best epoch, in the blueprint's order; empty for none
 */
public record Checkpoint(Header header, float[] parameters, float[] updater, float[] average, float[] best) {
    private static final String MAGIC = "crackscope-checkpoint-3";
    /** The same without the number of threads. */
    private static final String MAGIC_BEFORE = "crackscope-checkpoint-2";

    private static final int MOST_FLOATS = 200_000_000;
    private static final int MOST_THREADS = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * What the file says in JSON.
     *
     * @param plan the run's plan
     * @param data digest of the images it trains and validates on
     * @param threads the engine shares its sums out to: another number adds floats in another order; 0 where an older
     *     version did not say
     * @param epoch epochs done
     * @param iteration steps done
     * @param epochs learning curve so far
     * @param bestEpoch epoch with the lowest validation loss, 0 for none
     */
    public record Header(
            TrainingPlan plan,
            String data,
            int threads,
            int epoch,
            int iteration,
            List<EpochScore> epochs,
            int bestEpoch) {
        public Header {
            epochs = List.copyOf(epochs);
            if (threads < 0 || threads > MOST_THREADS) {
                throw new IllegalArgumentException(threads + " threads");
            }
        }
    }

    /** The checkpoint that belongs to {@code modelFile}. */
    public static Path beside(Path modelFile) {
        return modelFile.resolveSibling(modelFile.getFileName() + ".checkpoint");
    }

    /** A digest of which images with which labels the run trains and validates on, and in which order. */
    public static String digest(Split split) {
        StringBuilder text = new StringBuilder();
        for (List<LabelledImage> part : List.of(split.train(), split.validation())) {
            for (LabelledImage image : part) {
                text.append(image.sha256()).append(image.label().word());
                image.target().ifPresent(target -> text.append(' ').append(target));
                text.append('\n');
            }
            text.append('\n');
        }
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes this to {@code file}, whole or not at all.
     *
     * @throws ModelFileException if it cannot be written
     */
    public void write(Path file) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeUTF(MAGIC);
                byte[] json = JSON.writeValueAsBytes(header);
                out.writeInt(json.length);
                out.write(json);
                for (float[] array : List.of(parameters, updater, average, best)) {
                    out.writeInt(array.length);
                    out.write(ModelFile.bytes(array));
                }
            }
            AtomicFile.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new ModelFileException(file, Problem.NOT_WRITTEN, e);
        }
    }

    /**
     * Reads {@code file}.
     *
     * @throws ModelFileException if it is missing, damaged or no checkpoint
     */
    public static Checkpoint read(Path file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            String magic = in.readUTF();
            if (!magic.equals(MAGIC) && !magic.equals(MAGIC_BEFORE)) {
                throw new ModelFileException(file, Problem.NOT_A_CHECKPOINT);
            }
            ObjectReader reader = JSON.readerFor(Header.class);
            if (magic.equals(MAGIC_BEFORE)) {
                reader = reader.without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
            }
            Header header = reader.readValue(array(in, 1));
            float[] parameters = ModelFile.floats(array(in, 4));
            float[] updater = ModelFile.floats(array(in, 4));
            float[] average = ModelFile.floats(array(in, 4));
            float[] best = ModelFile.floats(array(in, 4));
            return new Checkpoint(header, parameters, updater, average, best);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ModelFileException(file, Problem.CHECKPOINT_DAMAGED, e);
        } catch (IOException e) {
            throw new ModelFileException(file, Problem.CHECKPOINT_UNREADABLE, e);
        }
    }

    private static byte[] array(DataInputStream in, int unit) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_FLOATS || (long) length * unit > in.available()) {
            throw new IOException("an array inside is longer than the file");
        }
        byte[] bytes = new byte[length * unit];
        in.readFully(bytes);
        return bytes;
    }
}
