package dev.drydock.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.git.RemoteUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each repository belongs to one part, and the parts are about even. */
class ShardTest {

    private static final List<RepositoryTask> TASKS = IntStream.range(0, 3_000)
            .mapToObj(i -> RepositoryTask.of(
                    RemoteUrl.parse("https://forge.example/shop/service-" + i).orElseThrow()))
            .toList();

    @Test
    void thePartsAreAboutEven() {
        for (int i = 1; i <= 3; i++) {
            Shard shard = new Shard(i, 3);
            assertThat(TASKS.stream().filter(shard::contains).count()).isBetween(900L, 1_100L);
        }
    }

    @Test
    void aRepositoryBelongsToOnePart() {
        assertThat(TASKS)
                .allSatisfy(task -> assertThat(IntStream.rangeClosed(1, 7)
                                .filter(i -> new Shard(i, 7).contains(task))
                                .count())
                        .isOne());
    }

    @Test
    void onlyAPartOfANumberIsAShard() {
        assertThat(Shard.parse(" 2/5 ")).contains(new Shard(2, 5));
        assertThat(List.of("", "2", "0/5", "6/5", "a/5", "1/0"))
                .allSatisfy(text -> assertThat(Shard.parse(text)).isEqualTo(Optional.empty()));
    }
}
