package dev.drydock.pullrequest;

import java.util.concurrent.atomic.AtomicInteger;

/** How many requests a run may still open, over all its repositories. */
public final class RequestBudget {
    private final AtomicInteger left;

    private RequestBudget(int left) {
        this.left = new AtomicInteger(left);
    }

    public static RequestBudget of(int requests) {
        return new RequestBudget(Math.max(0, requests));
    }

    public static RequestBudget unlimited() {
        return new RequestBudget(Integer.MAX_VALUE);
    }

    /** Takes one, if there is one. */
    public boolean take() {
        return left.getAndUpdate(n -> n == 0 || n == Integer.MAX_VALUE ? n : n - 1) > 0;
    }

    /** Gives back one that was taken and not used. */
    public void giveBack() {
        left.updateAndGet(n -> n == Integer.MAX_VALUE ? n : n + 1);
    }

    public boolean isUsedUp() {
        return left.get() == 0;
    }
}
