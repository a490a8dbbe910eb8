FROM debian:12
ADD https://repo.anaconda.com/miniconda/Miniconda3-4.5.4-Linux-x86_64.sh /tmp/conda.sh
RUN bash /tmp/conda.sh -b -p /opt/conda
RUN /opt/conda/bin/conda install -y pandas
