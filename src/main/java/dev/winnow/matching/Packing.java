package dev.winnow.matching;

import dev.winnow.matching.Profile.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * A profile as bytes, so that those of all customers fit into a file. How values were written is
 * left out: what is unpacked gives scores, but reasons without texts.
 */
final class Packing {
  private Packing() {}

  /** Writes one thing. */
  private interface Writer<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  /** Reads one thing. */
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static byte[] pack(String id, Profile profile) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(id);
      out.writeBoolean(profile.person());
      values(out, profile.names(), Packing::name);
      values(out, profile.phones(), (to, phone) -> to.writeUTF(phone.digits()));
      values(out, profile.mailboxes(), Packing::mailbox);
      values(out, profile.codes(), DataOutputStream::writeUTF);
      values(out, profile.hosts(), DataOutputStream::writeUTF);
      values(out, profile.addresses(), Packing::address);
      values(out, profile.contacts(), Packing::name);
      out.writeBoolean(profile.birthday().isPresent());
      out.writeLong(profile.birthday().orElse(0));
      strings(out, profile.region());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Matching.Subject unpack(byte[] packed) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
      String id = in.readUTF();
      boolean person = in.readBoolean();
      List<Value<Name>> names = values(in, Packing::name);
      List<Value<Phone>> phones = values(in, from -> new Phone(from.readUTF()));
      List<Value<Mailbox>> mailboxes = values(in, Packing::mailbox);
      List<Value<String>> codes = values(in, from -> from.readUTF());
      List<Value<String>> hosts = values(in, from -> from.readUTF());
      List<Value<Address>> addresses = values(in, Packing::address);
      List<Value<Name>> contacts = values(in, Packing::name);
      boolean born = in.readBoolean();
      long day = in.readLong();
      return new Matching.Subject(
          id,
          new Profile(
              names,
              person,
              phones,
              mailboxes,
              codes,
              hosts,
              addresses,
              contacts,
              born ? OptionalLong.of(day) : OptionalLong.empty(),
              "",
              strings(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void name(DataOutputStream out, Name name) throws IOException {
    strings(out, name.distinct());
    strings(out, name.generic());
    strings(out, name.places());
    strings(out, name.numbers());
    out.writeUTF(name.branch());
    out.writeUTF(name.form());
    out.writeByte((name.company() ? 1 : 0) + (name.cjk() ? 2 : 0));
  }

  private static Name name(DataInputStream in) throws IOException {
    List<String> distinct = strings(in);
    List<String> generic = strings(in);
    var places = new HashSet<>(strings(in));
    var numbers = new HashSet<>(strings(in));
    String branch = in.readUTF();
    String form = in.readUTF();
    int flags = in.readByte();
    return new Name(
        distinct, generic, places, numbers, branch, form, (flags & 1) != 0, (flags & 2) != 0);
  }

  private static void mailbox(DataOutputStream out, Mailbox box) throws IOException {
    out.writeUTF(box.local());
    out.writeUTF(box.domain());
    out.writeByte((box.shared() ? 1 : 0) + (box.company() ? 2 : 0));
  }

  private static Mailbox mailbox(DataInputStream in) throws IOException {
    String local = in.readUTF();
    String domain = in.readUTF();
    int flags = in.readByte();
    return new Mailbox(local, domain, (flags & 1) != 0, (flags & 2) != 0);
  }

  private static void address(DataOutputStream out, Address address) throws IOException {
    out.writeUTF(address.street());
    strings(out, address.numbers());
    strings(out, address.grams());
  }

  private static Address address(DataInputStream in) throws IOException {
    return new Address(in.readUTF(), strings(in), new HashSet<>(strings(in)));
  }

  private static <T> void values(DataOutputStream out, List<Value<T>> values, Writer<T> writer)
      throws IOException {
    out.writeByte(values.size());
    for (Value<T> value : values) {
      writer.write(out, value.read());
    }
  }

  private static <T> List<Value<T>> values(DataInputStream in, Reader<T> reader)
      throws IOException {
    int count = in.readByte();
    List<Value<T>> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(new Value<>("", "", reader.read(in)));
    }
    return values;
  }

  private static void strings(DataOutputStream out, Collection<String> strings) throws IOException {
    out.writeShort(strings.size());
    for (String each : strings) {
      out.writeUTF(each);
    }
  }

  private static List<String> strings(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    List<String> strings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      strings.add(in.readUTF());
    }
    return strings;
  }
}
