import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs one Neo4j for one parent process. Says LOCKED, READY or FAILED on standard output, and stops when its standard
 * input ends: the pipe closes with the parent however the parent dies, so no orphan is left behind.
 */
public class Launcher {
    private static final long PATIENCE_MILLIS = 30_000;

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Path conf = Path.of(args[1]);
        String parent = args[2];
        FileLock lock = lock(home.resolve("lock"), home.resolve("owner"));
        if (lock == null) {
            System.exit(3);
        }
        Files.writeString(home.resolve("owner"), parent);
        try {
            DatabaseManagementService service =
                new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(conf).build();
            Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
            System.out.println("READY");
        } catch (RuntimeException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            System.out.println("FAILED " + cause.getMessage());
            System.exit(1);
        }
        while (System.in.read() >= 0) {
            // The parent never writes; only the end of the stream means something.
        }
        System.exit(0);
    }

    /**
     * The operating system frees this lock when its holder dies, so it is never stale. While the holder's parent is
     * alive the folder is in use; once that parent is dead its Neo4j is shutting down, and we wait for it.
     */
    private static FileLock lock(Path file, Path owner) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            String pid = Files.exists(owner) ? Files.readString(owner).strip() : "";
            if (isAlive(pid) || System.currentTimeMillis() > deadline) {
                System.out.println("LOCKED " + pid);
                return null;
            }
            Thread.sleep(200);
        }
    }

    private static boolean isAlive(String pid) {
        return !pid.isEmpty() && ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }
}
