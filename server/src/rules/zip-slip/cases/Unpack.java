import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class Unpack {
    void open(ZipInputStream zip, Path folder) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        Path path = folder.resolve(entry.getName());
        Files.copy(zip, path); // finds zip-slip
    }

    void openChecked(ZipInputStream zip, Path folder) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        Path path = folder.resolve(entry.getName());
        checkInsideFolder(folder, path);
        Files.copy(zip, path);
    }
}
