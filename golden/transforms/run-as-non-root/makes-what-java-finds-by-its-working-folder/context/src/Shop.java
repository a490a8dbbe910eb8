import java.nio.file.Files;
import java.nio.file.Path;

class Shop {
    public static void main(String[] words) throws Exception {
        Files.createDirectories(Path.of(System.getProperty("user.dir"), "orders"));
    }
}
