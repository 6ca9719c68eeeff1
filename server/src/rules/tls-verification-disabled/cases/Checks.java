import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

class Checks {
  void first() throws Exception {
    HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // finds tls-verification-disabled (warning)
    System.setProperty("https.protocols", "TLSv1.2,TLSv1"); // finds tls-verification-disabled (warning)
    SSLContext context = SSLContext.getInstance("SSL"); // finds tls-verification-disabled (warning)
    HttpClient client = new DefaultHttpClient(); // finds tls-verification-disabled (warning)
  }

  Object second() {
    return HttpClients.custom() // finds tls-verification-disabled (warning)
        .setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE)
        .build();
  }
}
