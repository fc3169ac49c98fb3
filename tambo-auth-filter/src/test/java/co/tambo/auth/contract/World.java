package co.tambo.auth.contract;

import co.tambo.auth.testing.Answer;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.Outage;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.Arrays;

/** Everybody with whom an application under the contract talks. */
public final class World implements AutoCloseable {

  static final String SECRET = "0f8d2b7c5a6e4913b1d2c3e4f5a697887766554433221100ffeeddccbbaa9988";

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeIssuer secondIssuer = FakeIssuer.start();
  private final FakeIssuer stranger = FakeIssuer.start();
  private final FakeIssuer downIssuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final FakeTambo refusingTambo = FakeTambo.start();
  private final FakeTambo downTambo = FakeTambo.trusting(issuer);
  private final FakeTambo notTambo = FakeTambo.start();

  /** Starts everybody. */
  public World() {
    Arrays.stream(SignatureAlgorithm.values())
        .filter(algorithm -> !algorithm.name().startsWith("HS"))
        .forEach(issuer::publicJwk);
    downIssuer.goDown(Outage.CONNECTION_REFUSED);
    downTambo.goDown(Outage.CONNECTION_REFUSED);
    notTambo.answerExchangesWith(request -> Answer.html(404, "<h1>Not here</h1>"));
  }

  /** The issuer whose tokens are accepted. */
  public FakeIssuer issuer() {
    return issuer;
  }

  /** An issuer whose tokens are accepted by some. */
  public FakeIssuer secondIssuer() {
    return secondIssuer;
  }

  /** An issuer whose tokens nobody accepts. */
  public FakeIssuer stranger() {
    return stranger;
  }

  /** An issuer whose tokens would be accepted if its keys could be had. */
  public FakeIssuer downIssuer() {
    return downIssuer;
  }

  /** Tambo, which trusts {@link #issuer()}. */
  public FakeTambo tambo() {
    return tambo;
  }

  /** A Tambo that knows no issuer. */
  public FakeTambo refusingTambo() {
    return refusingTambo;
  }

  /** A Tambo that cannot be reached. */
  public FakeTambo downTambo() {
    return downTambo;
  }

  /** A server that is no Tambo. */
  public FakeTambo notTambo() {
    return notTambo;
  }

  /** Returns a good token. */
  public String token(String subject) {
    return issuer.token(subject).text();
  }

  @Override
  public void close() {
    issuer.close();
    secondIssuer.close();
    stranger.close();
    downIssuer.close();
    tambo.close();
    refusingTambo.close();
    downTambo.close();
    notTambo.close();
  }
}
