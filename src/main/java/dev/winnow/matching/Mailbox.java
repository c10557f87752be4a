package dev.winnow.matching;

import java.util.Optional;
import java.util.Set;

/**
 * An e-mail address without what differs between spellings of the same one.
 *
 * @param local before the at sign
 * @param shared several people read it, as with {@code info@}
 * @param company the domain is not that of a provider of mailboxes for everyone
 */
record Mailbox(String local, String domain, boolean shared, boolean company) {
  private static final Set<String> SHARED =
      Set.of(
          ("info sales office contact admin administrator hello support service services mail post"
                  + " hr marketing kontakt webmaster postmaster accounting accounts billing order"
                  + " orders enquiries enquiry inquiry kefu market team help noreply no-reply buero"
                  + " verkauf vertrieb einkauf contacto ventas commercial direction secretariat"
                  + " business press pr jobs general public company gongsi xiaoshou caiwu")
              .split(" "));
  private static final Set<String> PROVIDERS =
      Set.of(
          ("gmail.com qq.com 163.com 126.com sina.com sina.cn sina.com.cn vip.sina.com sohu.com"
                  + " yeah.net foxmail.com 139.com 189.cn 21cn.com aliyun.com tom.com 188.com"
                  + " vip.163.com vip.126.com vip.qq.com wo.cn 263.net hotmail.com hotmail.co.uk"
                  + " outlook.com live.com live.cn msn.com yahoo.com yahoo.cn yahoo.com.cn"
                  + " yahoo.co.jp yahoo.co.uk yahoo.de yahoo.fr ymail.com icloud.com me.com mac.com"
                  + " aol.com gmx.de gmx.net gmx.at web.de t-online.de freenet.de free.fr orange.fr"
                  + " wanadoo.fr laposte.net libero.it mail.ru yandex.ru rambler.ru bk.ru"
                  + " protonmail.com proton.me zoho.com comcast.net verizon.net att.net"
                  + " btinternet.com naver.com hanmail.net daum.net docomo.ne.jp example.com"
                  + " example.org example.net")
              .split(" "));

  /** The address; empty when it is none. */
  static Optional<Mailbox> of(String written) {
    String text = Texts.folded(written).strip();
    text = text.startsWith("mailto:") ? text.substring("mailto:".length()) : text;
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    String domain = text.substring(at + 1);
    int plus = local.indexOf('+');
    local = plus > 0 ? local.substring(0, plus) : local;
    if (domain.equals("gmail.com") || domain.equals("googlemail.com")) {
      local = local.replace(".", "");
      domain = "gmail.com";
    }
    return Optional.of(
        new Mailbox(local, domain, SHARED.contains(local), !PROVIDERS.contains(domain)));
  }

  String key() {
    return local + "@" + domain;
  }
}
