import java.net.URL;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;

class Ftp {
  void send(String name, String password) throws Exception {
    FTPClient client = new FTPSClient(); // finds cleartext-transport (warning)
    client.connect("files.shop-partner.net");
    client.login(name, password);
    client.execPBSZ(0);
    client.execPROT("P");
  }

  URL prices() throws Exception {
    return new URL("https://api.shop-partner.net/prices"); // finds cleartext-transport (hint)
  }
}
