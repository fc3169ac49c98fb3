package co.tambo.auth.contract;

import static co.tambo.auth.contract.Expectation.identified;
import static co.tambo.auth.contract.Expectation.refused;
import static co.tambo.auth.contract.RawRequest.get;

import co.tambo.auth.AuthError;
import co.tambo.auth.testing.SignatureAlgorithm;
import co.tambo.auth.testing.TokenBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every signature algorithm, and what must not pass for one. */
final class AlgorithmRows {

  private final World world;

  AlgorithmRows(World world) {
    this.world = world;
  }

  List<ContractRow> rows() {
    List<ContractRow> rows = new ArrayList<>();
    Arrays.stream(SignatureAlgorithm.values()).map(this::signed).forEach(rows::add);
    rows.add(accepted("Ed25519", Configuration.TOKENS, ed25519()));
    rows.add(refusedRow("none", alice().unsigned()));
    rows.add(refusedRow("None with the good signature", alice().header("alg", "None")));
    rows.add(refusedRow("HS256 with the public key", alice().secret(publicKey())));
    rows.add(refusedRow("key in the header", embeddedKey()));
    rows.add(refusedRow("key address in the header", alice().header("jku", keySet()).tampered()));
    rows.add(refusedRow("another issuer's signature", alice().signedBy(world.stranger())));
    rows.add(refusedRow("unknown critical header", alice().header("crit", List.of("b64"))));
    return rows;
  }

  private ContractRow signed(SignatureAlgorithm algorithm) {
    return algorithm.name().startsWith("HS")
        ? accepted(
            algorithm.name(),
            Configuration.SECRET,
            alice().algorithm(algorithm).secret(World.SECRET))
        : accepted(algorithm.name(), Configuration.TOKENS, alice().algorithm(algorithm));
  }

  private TokenBuilder alice() {
    return world.issuer().token("alice");
  }

  private TokenBuilder ed25519() {
    return alice().algorithm(SignatureAlgorithm.EDDSA).header("alg", "Ed25519");
  }

  private TokenBuilder embeddedKey() {
    return alice()
        .signedBy(world.stranger())
        .header("jwk", world.stranger().publicJwk(SignatureAlgorithm.RS256));
  }

  private String keySet() {
    return world.stranger().keySetUrl();
  }

  private String publicKey() {
    return world.issuer().publicKeyPem(SignatureAlgorithm.RS256);
  }

  private static ContractRow accepted(String id, Configuration configuration, TokenBuilder token) {
    return new ContractRow(
        "algorithm " + id,
        configuration,
        get("/app/me").bearer(token.text()),
        identified("alice", "userToken"));
  }

  private static ContractRow refusedRow(String id, TokenBuilder token) {
    return new ContractRow(
        "algorithm refused: " + id,
        Configuration.TOKENS,
        get("/app/me").bearer(token.text()),
        refused(AuthError.TOKEN_INVALID, "error"));
  }
}
