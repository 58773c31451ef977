package io.llmops.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link ClientSpans} measures, in fresh processes: from start to end, with the loading of classes and the compiling
 * of code, and the most memory that was resident.
 */
final class ClientProcess {

    private static final long LATENCY = 50;
    private static final String LIMIT = "the bare client on a thread pool";
    private static final double NANOS = 1e9;

    private ClientProcess() {}

    /** A process: seconds on the clock and of the processors, and megabytes. */
    private record Seen(double seconds, double cpu, double memory) {}

    static List<Line> run(boolean full) throws IOException, InterruptedException {
        var lines = new ArrayList<Line>();
        try (var endpoint = Endpoint.start(LATENCY)) {
            for (var shape :
                    full ? List.of(new int[] {200, 32}, new int[] {2_000, 32}) : List.of(new int[] {200, 32})) {
                var ours = new ArrayList<Seen>();
                var bare = new ArrayList<Seen>();
                for (var run = 0; run < (full ? 15 : 4); run++) {
                    bare.add(see("bare", endpoint.url(), shape));
                    ours.add(see("ours", endpoint.url(), shape));
                }
                lines.addAll(compare(shape, median(ours), median(bare)));
            }
        }
        return lines;
    }

    private static List<Line> compare(int[] shape, Seen ours, Seen bare) {
        return List.of(
                Line.of("a process, " + Cases.shape(shape[0], shape[1]), "s", ours.seconds(), LIMIT, bare.seconds()),
                Line.of("… processor time", "s", ours.cpu(), LIMIT, bare.cpu()),
                Line.of("… memory", "MB", ours.memory(), LIMIT, bare.memory()));
    }

    private static Seen see(String who, String url, int... shape) throws IOException, InterruptedException {
        var command = Child.java(ClientProcess.class, who, url, Integer.toString(shape[0]), Integer.toString(shape[1]));
        var start = System.nanoTime();
        var said = Child.run(command).strip().split("\\s+");
        return new Seen(
                (System.nanoTime() - start) / NANOS,
                Double.parseDouble(said[said.length - 2]),
                Double.parseDouble(said[said.length - 1]));
    }

    private static Seen median(List<Seen> all) {
        var middle = all.size() / 2;
        return new Seen(
                all.stream().mapToDouble(Seen::seconds).sorted().toArray()[middle],
                all.stream().mapToDouble(Seen::cpu).sorted().toArray()[middle],
                all.stream().mapToDouble(Seen::memory).sorted().toArray()[middle]);
    }

    /** Asks as ours or bare, at an address, so many cases, so many at once; prints processor time and memory. */
    public static void main(String... arguments) throws Exception {
        var model = ClientSpans.model(arguments[1]);
        var cases = Cases.of(Integer.parseInt(arguments[2]));
        var concurrency = Integer.parseInt(arguments[3]);
        if (arguments[0].equals("ours")) {
            var folder = Files.createTempDirectory("process");
            System.out.println(Cases.evaluate(cases, model, concurrency, folder.resolve("log.jsonl")));
            Files.delete(folder);
        } else {
            System.out.println(ClientSpans.bare(cases, model, concurrency) + " right");
        }
        var cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        System.out.println(cpu.toNanos() / NANOS + " " + peakMegabytes());
    }

    /** The most memory that was resident, as Linux tells it; 0 elsewhere. */
    private static double peakMegabytes() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }
}
