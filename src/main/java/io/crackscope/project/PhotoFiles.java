package io.crackscope.project;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the files of photos come in: adding them, reading their content, finding those that were moved. */
final class PhotoFiles {
    private final Store store;
    private final Photos photos;
    private final Steps steps;
    private final PhotoPlaces places;

    PhotoFiles(Store store, Photos photos, Steps steps, PhotoPlaces places) {
        this.store = store;
        this.photos = photos;
        this.steps = steps;
        this.places = places;
    }

    Added add(List<Path> files) {
        List<Path> unreadable = new ArrayList<>();
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                if (Files.isRegularFile(file)) {
                    sizes.put(places.written(file), Files.size(file));
                } else {
                    unreadable.add(file);
                }
            } catch (IOException e) {
                unreadable.add(file);
            }
        }
        return store.change(sql -> add(sql, sizes, unreadable));
    }

    private Added add(Sql sql, Map<String, Long> sizes, List<Path> unreadable) throws SQLException {
        List<PhotoId> added = new ArrayList<>();
        List<PhotoId> present = new ArrayList<>();
        for (Map.Entry<String, Long> file : sizes.entrySet()) {
            Optional<Photos.Known> known = Photos.known(sql, file.getKey(), file.getValue());
            if (known.isPresent() && !known.get().removed()) {
                present.add(known.get().id());
            } else {
                added.add(known.isPresent() ? known.get().id() : Photos.insert(sql, file.getKey(), file.getValue()));
            }
        }
        steps.make(sql, Step.Kind.ADD_PHOTOS, Steps.Change.all(Aspect.PRESENCE, added, BooleanNode.TRUE));
        return new Added(added, present, unreadable);
    }

    /** SHA-256 of the photo's file; empty where it cannot be read. */
    Optional<String> digest(PhotoId photo) {
        Path file = store.read(sql -> photos.photo(sql, photo)).file();
        try {
            return Optional.of(Digests.sha256(file, new Cancellation()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    List<ProjectPhoto> missing() {
        return store.read(photos::present).stream()
                .filter(photo -> !Files.isRegularFile(photo.file()))
                .toList();
    }

    Relocation relocate(Path folder, ProgressListener progress, Cancellation cancellation) {
        List<ProjectPhoto> missing = missing();
        Set<Path> taken =
                store.read(photos::present).stream().map(ProjectPhoto::file).collect(Collectors.toSet());
        Map<ProjectPhoto, Path> found = new Relocator(progress, cancellation).find(missing, taken, folder);
        cancellation.throwIfCancelled();
        return store.change(sql -> {
            List<Steps.Change> changes = new ArrayList<>();
            for (Map.Entry<ProjectPhoto, Path> place : found.entrySet()) {
                changes.add(new Steps.Change(
                        Aspect.PATH, place.getKey().id().number(), TextNode.valueOf(places.written(place.getValue()))));
            }
            steps.make(sql, Step.Kind.RELOCATE, changes);
            List<Relocation.Found> moved = new ArrayList<>();
            for (ProjectPhoto before : found.keySet()) {
                moved.add(new Relocation.Found(
                        photos.photo(sql, before.id()),
                        before.file(),
                        before.sha256().isPresent()));
            }
            return new Relocation(
                    moved,
                    missing.stream().filter(photo -> !found.containsKey(photo)).toList());
        });
    }
}
