package dev.drydock.cli;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does tasks in parallel and hands their results on in the order of the tasks. Only a few tasks are ahead of the one
 * that is handed on, so that memory does not grow with their number.
 */
final class ParallelTasks {
    private static final int AHEAD_PER_JOB = 16;

    private final int jobs;

    ParallelTasks(int jobs) {
        this.jobs = jobs;
    }

    void forEach(List<ProjectTask> tasks, Consumer<ProjectTask.Done> consumer) {
        SharedFiles shared = new SharedFiles();
        if (jobs == 1 || tasks.size() == 1) {
            tasks.forEach(task -> consumer.accept(task.call().finish(shared)));
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, tasks.size())));
        try {
            Queue<Future<ProjectTask>> running = new ArrayDeque<>();
            Iterator<ProjectTask> waiting = tasks.iterator();
            while (waiting.hasNext() || !running.isEmpty()) {
                while (waiting.hasNext() && running.size() < jobs * AHEAD_PER_JOB) {
                    running.add(executor.submit(waiting.next()));
                }
                consumer.accept(running.remove().get().finish(shared));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
