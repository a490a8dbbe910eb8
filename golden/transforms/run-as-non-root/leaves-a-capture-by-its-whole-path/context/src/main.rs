fn main() {
    let capture = pcap::Capture::from_device("eth0").unwrap().open();
}
