package dev.drydock.bot;

import dev.drydock.forge.RateGate;
import dev.drydock.forge.RateLimitException;
import dev.drydock.pullrequest.RequestBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Works through a list of repositories, several at a time. */
public final class Bot {
    private final RepositoryWork work;
    private final Settings settings;
    private final RateGate gate;

    /**
     * How a run goes.
     *
     * @param parallel how many repositories at a time
     * @param timeout for one repository
     * @param shard which part of the list is taken
     * @param maxRequests how many requests are opened at most; empty: as many as there are
     */
    public record Settings(int parallel, Duration timeout, Shard shard, Optional<Integer> maxRequests) {
        /** Returns the usual settings: four at a time, ten minutes each, everything. */
        public static Settings usual() {
            return new Settings(4, Duration.ofMinutes(10), Shard.WHOLE, Optional.empty());
        }
    }

    public Bot(RepositoryWork work, Settings settings) {
        this(work, settings, new RateGate());
    }

    /**
     * @param gate between all workers and the forge; while it is closed no repository's time runs
     */
    public Bot(RepositoryWork work, Settings settings, RateGate gate) {
        this.work = work;
        this.settings = settings;
        this.gate = gate;
    }

    /**
     * Works on every repository of this shard that an unfinished earlier run has not done, and returns what happened in all.
     *
     * @throws IOException if the state cannot be written; nothing more is started then
     */
    public BotReport run(List<RepositoryTask> tasks, BotState state, BotProgress progress)
            throws IOException, InterruptedException {
        List<RepositoryTask> mine =
                tasks.stream().filter(settings.shard()::contains).distinct().toList();
        List<RepositoryResult> results = new ArrayList<>();
        List<RepositoryTask> open = new ArrayList<>();
        for (RepositoryTask task : mine) {
            state.finished(task).ifPresentOrElse(results::add, () -> open.add(task));
        }
        int resumed = results.size();
        int opened = state.opened();
        RequestBudget budget = settings.maxRequests()
                .map(most -> RequestBudget.of(most - opened))
                .orElseGet(RequestBudget::unlimited);
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, settings.parallel()), Bot::daemon);
        try {
            List<Future<RepositoryResult>> futures = new ArrayList<>();
            Counter counter = new Counter(mine.size(), resumed, state, progress);
            for (RepositoryTask task : open) {
                futures.add(workers.submit(() -> counter.finished(attempt(task, budget))));
            }
            for (Future<RepositoryResult> future : futures) {
                results.add(await(future));
            }
        } finally {
            workers.shutdownNow();
            progress.close();
        }
        if (gate.isShut()) {
            state.interrupted();
        } else {
            state.complete();
        }
        return new BotReport(results, resumed);
    }

    private static Thread daemon(Runnable runnable) {
        Thread thread = new Thread(runnable, "drydock-bot");
        thread.setDaemon(true);
        return thread;
    }

    private static RepositoryResult await(Future<RepositoryResult> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw new IOException("the state file cannot be written: " + io.getMessage(), io);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Writes down and counts, one at a time. */
    private static final class Counter {
        private final int total;
        private final BotState state;
        private final BotProgress progress;
        private int done;

        Counter(int total, int done, BotState state, BotProgress progress) {
            this.total = total;
            this.done = done;
            this.state = state;
            this.progress = progress;
        }

        synchronized RepositoryResult finished(RepositoryResult result) {
            try {
                state.record(result);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            progress.finished(result, ++done, total);
            return result;
        }
    }

    /** Runs the work in a thread of its own, so that one that hangs can be left behind. */
    private RepositoryResult attempt(RepositoryTask task, RequestBudget budget) throws InterruptedException {
        if (budget.isUsedUp()) {
            return new RepositoryResult(
                    task.id(),
                    RepositoryResult.Status.DEFERRED,
                    "the limit of new requests is reached (--max-prs)",
                    List.of());
        }
        if (gate.isShut()) {
            return RepositoryResult.deferred(task, "not reached: the forge's limit of requests is used up");
        }
        FutureTask<RepositoryResult> future = new FutureTask<>(() -> work.process(task, budget));
        Thread thread = daemon(future);
        thread.setName("drydock " + task.id());
        // Read before the work begins, which may close the gate at once.
        Duration closedBefore = gate.closed();
        thread.start();
        try {
            return get(future, closedBefore);
        } catch (TimeoutException e) {
            future.cancel(true);
            return RepositoryResult.failed(
                    task, "not finished after " + settings.timeout().toSeconds() + " seconds: given up");
        } catch (ExecutionException e) {
            return e.getCause() instanceof RateLimitException
                    ? RepositoryResult.deferred(task, message(e.getCause()))
                    : RepositoryResult.failed(task, message(e.getCause()));
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        }
    }

    /** The time during which the gate was closed does not count. */
    private RepositoryResult get(FutureTask<RepositoryResult> future, Duration closedBefore)
            throws InterruptedException, ExecutionException, TimeoutException {
        Duration wait = settings.timeout();
        Duration counted = closedBefore;
        while (true) {
            try {
                return future.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Duration closed = gate.closed();
                if (closed.equals(counted)) {
                    throw e;
                }
                wait = closed.minus(counted);
                counted = closed;
            }
        }
    }

    /** A failure that is not an {@code IOException} is a defect; its kind helps whoever reports it. */
    private static String message(Throwable cause) {
        String text = cause.getMessage() == null ? "" : cause.getMessage();
        return cause instanceof IOException && !text.isEmpty()
                ? text
                : "internal error: " + cause.getClass().getSimpleName() + (text.isEmpty() ? "" : ": " + text);
    }
}
